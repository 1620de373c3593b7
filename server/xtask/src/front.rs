//! What a browser gets: two WebAssembly modules with their JavaScript, one style sheet, the public files, all compressed
//! once here and never while serving, and `assets.rs`, the Rust table by which the server carries them inside its binary.
//!
//! Buyers get a module without the desk's islands. Both come from the package `hydrate` and are built one after the other.
//! Everything under `/pkg` has its content's hash in its name, so that a browser may keep it for ever. A file whose
//! content did not change is not written again, so that cargo has no reason to compile the server again.

use std::{
    collections::BTreeSet,
    env,
    ffi::OsStr,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

use brotli::enc::BrotliEncoderParams;
use lightningcss::{
    bundler::{Bundler, FileProvider},
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions},
    targets::{Browsers, Features, Targets},
};
use wasm_bindgen_cli_support::Bindgen;

use crate::tools::{self, House, Result};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// The profile asked for, and the arguments that are left.
    pub fn take(args: &[String]) -> (Self, Vec<String>) {
        let rest: Vec<String> = args.iter().filter(|arg| *arg != "--release").cloned().collect();
        (if rest.len() < args.len() { Self::Release } else { Self::Dev }, rest)
    }

    /// Cargo's profile for WebAssembly, and the directory cargo writes it to.
    fn cargo(self) -> (&'static str, &'static str) {
        match self {
            Self::Dev => ("dev", "debug"),
            Self::Release => ("wasm-release", "wasm-release"),
        }
    }

    /// Directories of their own, so that a benchmark does not make the next `run` start over.
    fn site(self) -> &'static str {
        match self {
            Self::Dev => "site",
            Self::Release => "site-release",
        }
    }

    fn brotli_quality(self) -> i32 {
        match self {
            Self::Dev => 5,
            Self::Release => 11,
        }
    }
}

/// The built site; the server is compiled with `TOONBANK_SITE` set to `dir`.
pub struct Site {
    pub dir: PathBuf,
    pub assets: Vec<Asset>,
}

pub struct Asset {
    /// as a browser asks for it
    pub path: String,
    mime: &'static str,
    immutable: bool,
    hash: String,
    raw: Stored,
    brotli: Option<Stored>,
}

struct Stored {
    file: PathBuf,
    size: u64,
}

impl Asset {
    pub fn size(&self) -> u64 {
        self.raw.size
    }

    pub fn sent(&self) -> u64 {
        self.brotli.as_ref().unwrap_or(&self.raw).size
    }

    /// `/pkg/buyer.0123.wasm` is named `buyer`.
    pub fn is_named(&self, name: &str) -> bool {
        self.path.strip_prefix("/pkg/").and_then(|file| file.split('.').next()) == Some(name)
    }
}

/// The two halves of the browser's side.
struct Module {
    name: &'static str,
    cargo_args: &'static [&'static str],
}

const MODULES: [Module; 2] =
    [Module { name: "buyer", cargo_args: &[] }, Module { name: "desk", cargo_args: &["--features", "desk"] }];

pub fn build(house: &House, profile: Profile) -> Result<Site> {
    tools::bring_wasm_target(house)?;
    let polish = profile == Profile::Release && has_polish(house);
    let mut packed = Vec::new();
    for module in &MODULES {
        let dir = module.bring(house, profile, polish)?;
        for kind in ["js", "wasm"] {
            packed.push((module.name, kind, fs::read(dir.join(module.name).with_extension(kind))?));
        }
    }
    packed.push(("toonbank", "css", style_sheet(&house.root.join("style/main.css"))?.into_bytes()));
    store(&house.target.join(profile.site()), profile, packed, &house.root.join("style/public"))
}

/// wasm-opt and the JavaScript minifier take half of the bytes away, but a build without them works all the same.
fn has_polish(house: &House) -> bool {
    match tools::bring_npm_packages(house) {
        Ok(()) => true,
        Err(error) => {
            println!("   without wasm-opt and terser, about twice the bytes: {error}");
            false
        }
    }
}

impl Module {
    /// Compiled, bound and polished, or kept from last time when nothing it is made of changed. Cargo cannot be asked
    /// that: the two modules are one package with other features, and it links both again at every change between them.
    fn bring(&self, house: &House, profile: Profile, polish: bool) -> Result<PathBuf> {
        let dir = house.front_target().join("modules").join(profile.cargo().1).join(self.name);
        let made_of = dir.join("sources");
        let stamp = dir.join("stamp");
        let before = sources(house, &made_of).and_then(|files| fingerprint(house, self, profile, polish, &files));
        if before.is_ok_and(|before| fs::read_to_string(&stamp).is_ok_and(|last| last == before)) {
            return Ok(dir);
        }
        if dir.exists() {
            fs::remove_dir_all(&dir)?;
        }
        fs::create_dir_all(&dir)?;
        let started = Instant::now();
        let (wasm, files) = self.compile(house, profile)?;
        // taken before the slow steps: what is edited meanwhile then counts as changed the next time
        let fingerprint = fingerprint(house, self, profile, polish, &files)?;
        self.bind(&wasm, &dir, profile)?;
        if polish {
            self.polish(house, &dir)?;
        }
        // without the checkout's own path: in a cache that several share, it would be another one's file that did not change
        let of_house = files.iter().map(|file| file.strip_prefix(&house.root).unwrap_or(file));
        fs::write(made_of, of_house.map(|file| format!("{}\n", file.display())).collect::<String>())?;
        fs::write(stamp, fingerprint)?;
        println!("   {} module in {:.1?}", self.name, started.elapsed());
        Ok(dir)
    }

    fn compile(&self, house: &House, profile: Profile) -> Result<(PathBuf, BTreeSet<PathBuf>)> {
        let (cargo_profile, dir) = profile.cargo();
        let mut cargo = house.cargo(&["build", "-p", "hydrate", "--lib", "--target", "wasm32-unknown-unknown"]);
        cargo.args(["--profile", cargo_profile]).arg("--target-dir").arg(house.front_target()).args(self.cargo_args);
        tools::run(&mut cargo)?;
        let out = house.front_target().join("wasm32-unknown-unknown").join(dir);
        let files = dependencies(&fs::read_to_string(out.join("hydrate.d"))?);
        Ok((out.join("hydrate.wasm"), files))
    }

    fn bind(&self, wasm: &Path, dir: &Path, profile: Profile) -> Result {
        let mut bindgen = Bindgen::new();
        bindgen.input_path(wasm).out_name(self.name).typescript(false).keep_debug(false);
        // the page names the module by its hashed path, the script need not guess one
        bindgen.omit_default_module_path(true).remove_producers_section(true);
        bindgen.remove_name_section(profile == Profile::Release).web(true)?.generate(dir)?;
        if dir.join("snippets").exists() {
            return Err(
                "a crate brings JavaScript of its own (wasm-bindgen snippets), which /pkg does not serve".into()
            );
        }
        fs::rename(dir.join(format!("{}_bg.wasm", self.name)), dir.join(self.name).with_extension("wasm"))?;
        Ok(())
    }

    fn polish(&self, house: &House, dir: &Path) -> Result {
        println!("   wasm-opt and terser for the {} module", self.name);
        let wasm = dir.join(self.name).with_extension("wasm");
        tools::run_quietly(
            Command::new(house.npm_tool("wasm-opt"))
                .args(["-Oz", "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext"])
                .args(["--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue"])
                .arg(&wasm)
                .arg("-o")
                .arg(&wasm),
        )?;
        let js = wasm.with_extension("js");
        tools::run_quietly(
            Command::new(house.npm_tool("terser"))
                .args(["--module", "--compress", "passes=2", "--mangle", "--output"])
                .args([&js, &js]),
        )?;
        Ok(())
    }
}

/// The files a module was made of last time, in this checkout.
fn sources(house: &House, list: &Path) -> Result<BTreeSet<PathBuf>> {
    Ok(fs::read_to_string(list)?.lines().map(|file| house.root.join(file)).collect())
}

/// Everything that decides what a module becomes, in one hash. This very file is part of it, for its flags.
fn fingerprint(
    house: &House,
    module: &Module,
    profile: Profile,
    polish: bool,
    files: &BTreeSet<PathBuf>,
) -> Result<String> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(include_bytes!("front.rs"));
    hasher.update(format!("{} {profile:?} {polish}", module.name).as_bytes());
    hasher.update(tools::run_quietly(Command::new("rustc").arg("-vV").current_dir(&house.root))?.as_bytes());
    hasher.update(env::var_os("RUSTFLAGS").unwrap_or_default().as_encoded_bytes());
    let manifests = ["Cargo.toml", "Cargo.lock", "app/Cargo.toml", "app/domain/Cargo.toml", "app/hydrate/Cargo.toml"];
    let settings = [".cargo/config.toml", "end2end/package-lock.json"];
    let fixed = manifests.into_iter().chain(settings).map(|file| house.root.join(file));
    for file in fixed.chain(files.iter().cloned()) {
        hasher.update(blake3::hash(&fs::read(file)?).as_bytes());
    }
    Ok(hasher.finalize().to_hex().to_string())
}

/// The files on the right-hand side of cargo's `hydrate.d`, where a space in a path is escaped.
fn dependencies(dep_info: &str) -> BTreeSet<PathBuf> {
    let listed = dep_info.split_once(": ").map_or("", |(_, listed)| listed).trim_end();
    listed.replace("\\ ", "\0").split_whitespace().map(|file| PathBuf::from(file.replace('\0', " "))).collect()
}

/// `style/main.css` and all it imports, as one file, minified.
fn style_sheet(main: &Path) -> Result<String> {
    let provider = FileProvider::new();
    let mut bundler = Bundler::new(&provider, None, ParserOptions::default());
    let mut sheet = bundler.bundle(main).map_err(|error| format!("{}: {error}", main.display()))?;
    let targets = targets();
    sheet.minify(MinifyOptions { targets, ..MinifyOptions::default() }).map_err(|error| error.to_string())?;
    let printed = sheet.to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| error.to_string())?.code)
}

/// The browsers of the last three years, and nesting lowered for all of them: its relaxed form came in just then.
fn targets() -> Targets {
    let version = |major: u32, minor: u32| Some(major << 16 | minor << 8);
    let browsers = Browsers {
        chrome: version(119, 0),
        android: version(119, 0),
        edge: version(119, 0),
        firefox: version(115, 0),
        safari: version(16, 6),
        ios_saf: version(16, 6),
        samsung: version(23, 0),
        ..Browsers::default()
    };
    Targets { browsers: Some(browsers), include: Features::Nesting, exclude: Features::empty() }
}

/// Writes the site and its table, and removes what an earlier build left under `pkg/`.
fn store(dir: &Path, profile: Profile, packed: Vec<(&str, &str, Vec<u8>)>, public: &Path) -> Result<Site> {
    fs::create_dir_all(dir.join("pkg"))?;
    let mut assets = Vec::new();
    for (name, kind, bytes) in packed {
        assets.push(asset(dir, &format!("/pkg/{name}.{}.{kind}", hash(&bytes)), true, &bytes, profile)?);
    }
    for file in files_below(public)? {
        let below: Vec<_> = file.strip_prefix(public)?.iter().map(OsStr::to_string_lossy).collect();
        assets.push(asset(dir, &format!("/{}", below.join("/")), false, &fs::read(&file)?, profile)?);
    }
    write_if_changed(&dir.join("assets.rs"), table(&assets)?.as_bytes())?;
    let kept: BTreeSet<&Path> = assets
        .iter()
        .flat_map(|asset| [Some(&asset.raw), asset.brotli.as_ref()])
        .flatten()
        .map(|s| s.file.as_path())
        .collect();
    for file in files_below(&dir.join("pkg"))? {
        if !kept.contains(file.as_path()) {
            fs::remove_file(file)?;
        }
    }
    Ok(Site { dir: dir.to_path_buf(), assets })
}

fn asset(dir: &Path, path: &str, immutable: bool, bytes: &[u8], profile: Profile) -> Result<Asset> {
    let (mime, compressible) = mime(path)?;
    let file = dir.join(path.trim_start_matches('/'));
    write_if_changed(&file, bytes)?;
    let raw = Stored { file, size: bytes.len() as u64 };
    let brotli = if compressible { compressed(&raw, bytes, immutable, profile)? } else { None };
    Ok(Asset { path: path.to_owned(), mime, immutable, hash: hash(bytes), raw, brotli })
}

/// The answer's type, and whether compressing it is worth anything. A file of no known type is refused here: the server
/// sends `nosniff`, a browser would refuse it later and say less.
fn mime(path: &str) -> Result<(&'static str, bool)> {
    let kind = Path::new(path).extension().and_then(OsStr::to_str).unwrap_or_default();
    Ok(match kind {
        "css" => ("text/css; charset=utf-8", true),
        "js" => ("text/javascript; charset=utf-8", true),
        "json" => ("application/json", true),
        "svg" => ("image/svg+xml", true),
        "txt" => ("text/plain; charset=utf-8", true),
        "wasm" => ("application/wasm", true),
        "webmanifest" => ("application/manifest+json", true),
        "ico" => ("image/x-icon", true),
        "avif" => ("image/avif", false),
        "jpg" => ("image/jpeg", false),
        "png" => ("image/png", false),
        "webp" => ("image/webp", false),
        "woff2" => ("font/woff2", false),
        _ => return Err(format!("{path}: files ending in `.{kind}` have no type in server/xtask/src/front.rs").into()),
    })
}

/// The file's `.br` neighbour, or nothing where brotli gains nothing, as with a tiny icon. Under an immutable name the one
/// from last time is as good.
fn compressed(raw: &Stored, bytes: &[u8], immutable: bool, profile: Profile) -> Result<Option<Stored>> {
    let mut name = raw.file.clone().into_os_string();
    name.push(".br");
    let file = PathBuf::from(name);
    if !immutable || !file.exists() {
        let params = BrotliEncoderParams {
            quality: profile.brotli_quality(),
            size_hint: bytes.len(),
            ..BrotliEncoderParams::default()
        };
        let mut packed = Vec::new();
        brotli::BrotliCompress(&mut &*bytes, &mut packed, &params)?;
        write_if_changed(&file, &packed)?;
    }
    let size = fs::metadata(&file)?.len();
    Ok((size < raw.size).then_some(Stored { file, size }))
}

/// `assets.rs`. The server declares `struct Asset` and includes this beside it.
fn table(assets: &[Asset]) -> Result<String> {
    let mut rust = String::from("// made by `cargo xtask`\npub static ASSETS: &[Asset] = &[\n");
    for Asset { path, mime, immutable, hash, raw, brotli } in assets {
        let brotli = brotli.as_ref().map(|stored| format!("include_bytes!({:?})", stored.file));
        writeln!(
            rust,
            "    Asset {{ path: {path:?}, mime: {mime:?}, immutable: {immutable}, etag: {:?}, bytes: include_bytes!({:?}), brotli: {} }},",
            format!("\"{hash}\""),
            raw.file,
            brotli.map_or("None".to_owned(), |bytes| format!("Some({bytes})")),
        )?;
    }
    rust.push_str("];\n");
    for (constant, name, kind) in [
        ("BUYER_JS", "buyer", "js"),
        ("BUYER_WASM", "buyer", "wasm"),
        ("DESK_JS", "desk", "js"),
        ("DESK_WASM", "desk", "wasm"),
        ("CSS", "toonbank", "css"),
    ] {
        let found = assets.iter().find(|asset| asset.is_named(name) && asset.path.ends_with(&format!(".{kind}")));
        let path = &found.ok_or_else(|| format!("no {name}.{kind} was built"))?.path;
        writeln!(rust, "pub const {constant}: &str = {path:?};")?;
    }
    let all: String = assets.iter().map(|asset| format!("{} {}\n", asset.path, asset.hash)).collect();
    writeln!(rust, "pub const BUILD: &str = {:?};", &hash(all.as_bytes())[..12])?;
    Ok(rust)
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

/// In two steps, so that a build that is stopped half-way leaves no half file that looks finished.
fn write_if_changed(file: &Path, bytes: &[u8]) -> Result {
    if fs::read(file).is_ok_and(|last| last == bytes) {
        return Ok(());
    }
    if let Some(dir) = file.parent() {
        fs::create_dir_all(dir)?;
    }
    let mut unfinished = file.as_os_str().to_owned();
    unfinished.push(".unfinished");
    fs::write(&unfinished, bytes)?;
    fs::rename(&unfinished, file)?;
    Ok(())
}

/// All files below a directory in a fixed order, none when it is not there; hidden ones are an editor's, not ours.
fn files_below(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if !dir.exists() {
        return Ok(files);
    }
    let mut entries: Vec<PathBuf> = fs::read_dir(dir)?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    entries.sort();
    for entry in entries {
        if entry.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b".")) {
            continue;
        }
        if entry.is_dir() { files.extend(files_below(&entry)?) } else { files.push(entry) }
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A directory for one test, gone with it.
    struct Scratch(PathBuf);

    impl Scratch {
        fn named(name: &str) -> Self {
            let dir = env::temp_dir().join(format!("toonbank-xtask-{name}-{}", std::process::id()));
            fs::create_dir_all(&dir).unwrap();
            Self(dir)
        }

        fn file(&self, path: &str, content: &str) -> PathBuf {
            let file = self.0.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, content).unwrap();
            file
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn packed(css: &str) -> Vec<(&'static str, &'static str, Vec<u8>)> {
        let text = |text: &str| text.repeat(50).into_bytes();
        vec![
            ("buyer", "js", text("export default 1;")),
            ("buyer", "wasm", text("\0asm buyer")),
            ("desk", "js", text("export default 2;")),
            ("desk", "wasm", text("\0asm desk")),
            ("toonbank", "css", text(css)),
        ]
    }

    #[test]
    fn the_table_names_every_file_and_a_second_build_touches_none() {
        let scratch = Scratch::named("table");
        scratch.file("public/icons/tiny.svg", "<svg/>");
        scratch.file("public/.hidden.swp", "an editor's");
        let (dir, public) = (scratch.0.join("site"), scratch.0.join("public"));
        let built = || store(&dir, Profile::Dev, packed("a{b:c}"), &public).unwrap();

        let site = built();
        let table = fs::read_to_string(dir.join("assets.rs")).unwrap();
        assert_eq!(table.matches("Asset {").count(), 6);
        let css = format!("/pkg/toonbank.{}.css", hash("a{b:c}".repeat(50).as_bytes()));
        assert!(table.contains(&format!("pub const CSS: &str = {css:?};")), "{table}");
        assert!(table.contains(&format!("include_bytes!({:?})", dir.join(&css[1..]))), "{table}");
        // six bytes do not get shorter, and a file whose name says nothing about its content may change
        let icon = site.assets.iter().find(|asset| asset.path == "/icons/tiny.svg").unwrap();
        assert!(icon.brotli.is_none() && !icon.immutable);
        assert!(site.assets.iter().filter(|asset| asset.immutable).all(|asset| asset.sent() < asset.size()));

        let times =
            || files_below(&dir).unwrap().iter().map(|f| f.metadata().unwrap().modified().unwrap()).collect::<Vec<_>>();
        let before = times();
        built();
        assert_eq!(times(), before);
    }

    #[test]
    fn a_changed_file_gets_a_new_name_and_the_old_one_goes() {
        let scratch = Scratch::named("change");
        let build = |css| {
            store(&scratch.0, Profile::Dev, packed(css), &scratch.0.join("public")).unwrap();
            fs::read_to_string(scratch.0.join("assets.rs")).unwrap()
        };
        let first = build("a{b:c}");
        let second = build("a{b:d}");
        let last_line = |table: &str| table.lines().last().map(str::to_owned);
        assert_ne!(last_line(&first), last_line(&second), "BUILD is over all files");
        let sheets = files_below(&scratch.0.join("pkg")).unwrap();
        assert_eq!(sheets.iter().filter(|file| file.extension() == Some("css".as_ref())).count(), 1, "{sheets:?}");
    }

    #[test]
    fn the_style_sheet_is_one_file_with_nesting_lowered_and_layers_kept() {
        let scratch = Scratch::named("css");
        let main = scratch.file("main.css", "@layer base, ui, page;\n@import 'page.css' layer(page);\n@import 'ui/row.css' layer(ui);\n@import 'base.css' layer(base);\n@import 'print.css' print;\n");
        scratch.file("base.css", "p { margin: 0 }");
        scratch.file("page.css", "@layer inner { h1 { margin: 0 } }");
        scratch.file("ui/row.css", ".row { color: red; &:hover { color: blue } .price & { margin: 0 auto } }");
        scratch.file("print.css", "nav { display: none }");
        assert_eq!(
            style_sheet(&main).unwrap(),
            "@layer base{p{margin:0}}@layer ui{.row{color:red}.row:hover{color:#00f}.price .row{margin:0 auto}}\
             @layer page{@layer inner{h1{margin:0}}}@media print{nav{display:none}}"
        );
        scratch.file("print.css", "nav { display: none");
        scratch.file("ui/row.css", ".row { color: }}");
        let said = style_sheet(&main).unwrap_err().to_string();
        assert!(said.contains("row.css"), "{said}");
    }

    #[test]
    fn cargo_escapes_spaces_in_its_list_of_sources() {
        let listed = dependencies("/t/hydrate.wasm: /my\\ house/app/src/lib.rs /my\\ house/app/src/ui.rs\n");
        assert_eq!(
            listed.into_iter().collect::<Vec<_>>(),
            [Path::new("/my house/app/src/lib.rs"), Path::new("/my house/app/src/ui.rs")]
        );
    }

    #[test]
    fn a_file_of_no_known_type_is_refused_by_name() {
        assert!(mime("/logo.bmp").unwrap_err().to_string().contains("logo.bmp"));
    }
}
