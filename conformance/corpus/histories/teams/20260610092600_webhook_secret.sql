select vault.create_secret('placeholder', 'billing_webhook');
