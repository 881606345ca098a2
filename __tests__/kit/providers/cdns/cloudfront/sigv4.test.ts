import { expect, test } from "@jest/globals";
import { amzDate, authorization, signature } from "../../../../../kit/providers/cdns/cloudfront/sigv4.ts";

/** The examples that AWS publishes for its Signature Version 4: a request, and the signature that it must have. */
const credentials = { id: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const scope = { region: "us-east-1", service: "service", date: "20150830T123600Z" };
const headers = { host: "example.amazonaws.com", "x-amz-date": scope.date };
const request = { method: "GET", url: new URL("https://example.amazonaws.com/"), headers, body: "" };

test("AWS's own example get-vanilla", () => {
  expect(authorization(request, scope, credentials)).toBe(
    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, " +
      "SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
  );
});

test("AWS's own example get-vanilla-query-order-key-case", () => {
  const url = new URL("https://example.amazonaws.com/?Param2=value2&Param1=value1");
  expect(signature({ ...request, url }, scope, credentials.secret)).toBe(
    "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
  );
});

test("AWS's own example post-vanilla", () => {
  expect(signature({ ...request, method: "POST" }, scope, credentials.secret)).toBe(
    "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
  );
});

test("everything that is signed changes the signature", () => {
  const own = signature(request, scope, credentials.secret);
  const others = [
    { ...request, method: "PUT" },
    { ...request, body: "x" },
    { ...request, url: new URL("https://example.amazonaws.com/x") },
    { ...request, headers: { ...headers, host: "other.amazonaws.com" } },
  ].map((one) => signature(one, scope, credentials.secret));
  expect(new Set([own, ...others]).size).toBe(5);
});

test("the time is written as AWS takes it", () => {
  expect(amzDate(Date.UTC(2015, 7, 30, 12, 36, 0, 123))).toBe("20150830T123600Z");
});
