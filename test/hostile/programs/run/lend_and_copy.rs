// Many children with copies of their own, while a thread waits as vfork(2) does: its child's memory
// is the parent's, and the copies are not.
use std::time::Duration;

extern "C" {
    fn fork() -> i32;
    fn syscall(number: i64, flags: u64, stack: u64, parent: u64, child: u64, tls: u64) -> i64;
}
const CLONE: i64 = if cfg!(target_arch = "x86_64") { 56 } else { 220 };
const VFORK_AND_SIGCHLD: u64 = 0x4000 | 17;

fn sit() -> ! {
    loop {
        std::thread::sleep(Duration::from_secs(1));
    }
}

fn attack() {
    let mut all = vec![1u8; 40 << 20];
    unsafe {
        for copy in 2..4 {
            if fork() == 0 {
                all.fill(copy);
                sit();
            }
        }
        if syscall(CLONE, VFORK_AND_SIGCHLD, 0, 0, 0, 0) == 0 {
            all.fill(9);
            sit();
        }
    }
    println!("{}", all[0]);
}
