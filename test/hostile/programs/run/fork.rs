// Past the standard library: daemons that stay.
extern "C" {
    fn fork() -> i32;
    fn setsid() -> i32;
}

fn attack() {
    for _ in 0..10 {
        unsafe {
            if fork() == 0 {
                setsid();
                if fork() == 0 {
                    loop {
                        std::thread::sleep(std::time::Duration::from_secs(1));
                    }
                }
                std::process::exit(0);
            }
        }
    }
}
