use std::fs;

fn attack() {
    for secret in ["/etc/passwd", "/proc/1/environ", "/proc/1/cmdline"] {
        if fs::read(secret).is_ok() {
            breach(secret);
        }
    }
    if std::env::var("SECRET_OF_THE_CALLER").is_ok() {
        breach("a variable");
    }
}
