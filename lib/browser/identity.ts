/** Id of unpacked builds (tests, `npm start`), fixed by `UNPACKED_KEY`. Store packages get the store's id instead. */
export const UNPACKED_ID = 'bkbpfmnhphbhamngdhnokgllagpjikak';

/** Public half of a key whose private half was never kept: it only fixes the id above. */
export const UNPACKED_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwpRQExwJPaXqOUVFeIxJiHg19gCC/Z4kYADuNH0hYJAwM2cnX4dAFOTGM6+I+qtoJzsBBQSxrihHYvxoVHkf67rM3Dn3y9Zxbbn5I2+HNLMNvY7yCywSOf2EvyBhYF/op+aayGOD5LXNfvLRGfCTEhe6IfuoovIa3t3GfEwIFmgvRSQQdvQI3WZgQft0JpQ3t/P2qPlH6L2M3PT8V8UT0mjSj0pv0JsFXsveo5WD2ZhyteqFs+zgDeahOUdRYSyVbyO+hs4Mr/bfRRJDFkeKe8q3mUMJcPUr/6CY8eRsr4Pcty/3CO/8aEBRushZkouslVSs9wlAUYQRHnDBhJXWbwIDAQAB';

/** Id of the Firefox build, for managed storage and `policies.json`. */
export const GECKO_ID = 'tacit@tacit.example';
