//! nginx and Caddy on ports of their own, with the shipped configuration.

use std::fs;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const ROOT_IN_FILES: &str = "/var/www/sahel-explainer";
const NGINX_BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
const PATIENCE: Duration = Duration::from_secs(10);

/// A server that runs until this is dropped.
pub struct Server {
    /// For messages.
    pub name: &'static str,
    /// Where it listens on this machine.
    pub port: u16,
    process: Child,
    folder: PathBuf,
}

/// Starts nginx; `None`, in words, if it is not there.
pub fn start_nginx(dist: &Path) -> Option<Server> {
    if !Path::new(NGINX_BROTLI).exists() {
        println!("SKIPPED: nginx with its module for brotli is not there; run `cargo xtask setup`");
        return None;
    }
    let port = free_port();
    let folder = folder("nginx", port);
    let shipped =
        configured("nginx.conf", dist, "listen 80;", &format!("listen 127.0.0.1:{port};"));
    let scratch = folder.display();
    let paths: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {scratch}/{kind};\n"))
        .concat();
    // One process, which keeps the rights that it is started with.
    let around = format!(
        "load_module {NGINX_BROTLI};\ndaemon off;\nmaster_process off;\npid {scratch}/pid;\nerror_log {scratch}/error.log;\n\
         events {{}}\nhttp {{\naccess_log off;\n{paths}{shipped}\n}}\n"
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, around).expect("the scratch folder can be written");
    let mut command = Command::new("nginx");
    command.arg("-p").arg(&folder).arg("-e").arg(folder.join("start.log")).arg("-c").arg(&file);
    start("nginx", command, port, folder)
}

/// Starts Caddy; `None`, in words, if it is not there.
pub fn start_caddy(dist: &Path) -> Option<Server> {
    let port = free_port();
    let folder = folder("caddy", port);
    let site = format!("http://127.0.0.1:{port} {{");
    let shipped = configured("Caddyfile", dist, ":80 {", &site);
    let file = folder.join("Caddyfile");
    // No port for administration; what it keeps goes with the folder.
    fs::write(&file, format!("{{\n\tadmin off\n}}\n{shipped}"))
        .expect("the scratch folder can be written");
    let mut command = Command::new("caddy");
    command
        .args(["run", "--adapter", "caddyfile", "--config"])
        .arg(&file)
        .env("HOME", &folder)
        .env_remove("XDG_CONFIG_HOME")
        .env_remove("XDG_DATA_HOME");
    start("Caddy", command, port, folder)
}

/// A shipped file with the port and folder of a test.
fn configured(name: &str, dist: &Path, listen: &str, here: &str) -> String {
    let path = dist.join(format!("_{name}"));
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    // Comments name them too.
    assert!(text.contains(&format!("\n{listen}")) || text.contains(&format!("    {listen}")));
    let text = text.replace(&format!("\n{listen}"), &format!("\n{here}"));
    let text = text.replace(&format!("    {listen}"), &format!("    {here}"));
    assert_eq!(text.matches(ROOT_IN_FILES).count(), 1, "{name} names the folder once");
    text.replace(ROOT_IN_FILES, &dist.display().to_string())
}

fn start(name: &'static str, mut command: Command, port: u16, folder: PathBuf) -> Option<Server> {
    let log =
        fs::File::create(folder.join("output.log")).expect("the scratch folder can be written");
    let started = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn();
    let Ok(process) = started else {
        println!("SKIPPED: {name} is not there; run `cargo xtask setup`");
        fs::remove_dir_all(&folder).expect("the scratch folder can be removed");
        return None;
    };
    let mut server = Server { name, port, process, folder };
    let begin = Instant::now();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        let ended = server.process.try_wait().is_ok_and(|status| status.is_some());
        if ended || begin.elapsed() > PATIENCE {
            let said = ["output.log", "start.log", "error.log"]
                .map(|log| fs::read_to_string(server.folder.join(log)).unwrap_or_default());
            panic!("{name} does not listen: {}", said.concat());
        }
        thread::sleep(Duration::from_millis(20));
    }
    Some(server)
}

impl Drop for Server {
    fn drop(&mut self) {
        // This runs in panics too, where nothing may fail.
        let _ = self.process.kill();
        let _ = self.process.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// A port that nobody listens on.
fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("a bound socket has an address").port()
}

fn folder(name: &str, port: u16) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("sahel-explainer-{name}-{port}"));
    fs::create_dir_all(&folder).expect("a scratch folder");
    folder
}
