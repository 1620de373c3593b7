//! Where the built files are: `cargo xtask` says so in `TOONBANK_SITE`. A plain `cargo test` has none, and pages without.

use std::{env, fs, path::PathBuf};

fn main() {
    println!("cargo:rerun-if-env-changed=TOONBANK_SITE");
    println!("cargo:rerun-if-changed=build.rs");
    let list = match env::var("TOONBANK_SITE") {
        Ok(site) => PathBuf::from(site).join("assets.rs"),
        Err(_) => {
            let list = PathBuf::from(env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("assets.rs");
            let none = "pub static ASSETS: &[Asset] = &[];\n\
                        pub const BUYER_JS: &str = \"\";\npub const BUYER_WASM: &str = \"\";\n\
                        pub const DESK_JS: &str = \"\";\npub const DESK_WASM: &str = \"\";\n\
                        pub const CSS: &str = \"\";\npub const BUILD: &str = \"none\";\n";
            fs::write(&list, none).expect("OUT_DIR can be written to");
            list
        }
    };
    println!("cargo:rerun-if-changed={}", list.display());
    println!("cargo:rustc-env=TOONBANK_ASSETS={}", list.display());
}
