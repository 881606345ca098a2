vcl 4.1;

# Varnish 6 and later in front of the web app, as `purge-cdn` tells it (examples/caches/rollout.yml).
# PURGE forgets one address; BAN forgets what an expression means, or what carries a tag (`xkey`).

backend default {
  .host = "127.0.0.1";
  .port = "8080";
}

# Who may purge. Runners of GitHub have no fixed addresses: let them come by a tunnel or a runner of your own.
acl purge {
  "127.0.0.1";
  "::1";
}

sub vcl_recv {
  if (req.method == "PURGE" || req.method == "BAN") {
    if (client.ip !~ purge) {
      return (synth(405, "Not allowed"));
    }
    if (req.method == "PURGE") {
      return (purge);
    }
    if (req.http.xkey) {
      ban("obj.http.xkey ~ (^|[[:space:]])" + req.http.xkey + "($|[[:space:]])");
    } else if (req.http.X-Ban-Url) {
      ban("obj.http.x-host == " + req.http.host + " && obj.http.x-url ~ " + req.http.X-Ban-Url);
    } else {
      return (synth(400, "Nothing to ban"));
    }
    return (synth(200, "Banned"));
  }
}

sub vcl_backend_response {
  # What a ban is compared with, also when nobody asks (the lurker knows no request).
  set beresp.http.x-url = bereq.url;
  set beresp.http.x-host = bereq.http.host;
  # Browsers ask again each time; only this cache keeps a page, and forgets it at a release.
  if (beresp.status == 200 && beresp.http.content-type ~ "^text/html") {
    set beresp.ttl = 1h;
    set beresp.grace = 0s;
  }
}

sub vcl_deliver {
  unset resp.http.x-url;
  unset resp.http.x-host;
  if (obj.hits > 0) {
    set resp.http.X-Cache = "HIT";
  } else {
    set resp.http.X-Cache = "MISS";
  }
}
