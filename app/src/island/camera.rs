//! Scanning with the camera, where the browser reads barcodes by itself (`BarcodeDetector` of the Shape Detection API,
//! which web-sys has no stable types for).

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use domain::Lang;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlVideoElement, MediaDevices, MediaStream, MediaStreamConstraints, MediaStreamTrack};

use super::{dom, entry::line};
use crate::i18n::quick as q;

/// The same code counts again only after so many looks without it.
const LOOKS_AWAY: u32 = 5;
/// Between two looks, in milliseconds.
const PAUSE: i32 = 150;

thread_local! {
    static RUNNING: RefCell<Option<Rc<Camera>>> = const { RefCell::new(None) };
}

struct Camera {
    stream: MediaStream,
    video: HtmlVideoElement,
    detector: JsValue,
    last: RefCell<String>,
    looks_without: Cell<u32>,
    scans: RwSignal<bool>,
}

/// Says whether there is a camera, and a browser that can read barcodes.
pub fn look(can_scan: RwSignal<bool>) {
    let Some(devices) = detector_class().and_then(|_| devices()) else { return };
    leptos::task::spawn_local(async move {
        let Ok(all) = devices.enumerate_devices() else { return };
        let Ok(all) = JsFuture::from(all).await else { return };
        let is_camera = |device: JsValue| get(&device, "kind").as_string().as_deref() == Some("videoinput");
        can_scan.set(Array::from(&all).iter().any(is_camera));
    });
    // a camera goes off with the page
    dom::listen(&dom::window(), "pagehide", |_| {
        stop();
    });
    dom::listen(&dom::document(), "visibilitychange", |_| {
        if dom::document().visibility_state() == web_sys::VisibilityState::Hidden {
            stop();
        }
    });
}

/// Starts, or stops.
pub fn press(lang: Lang, scans: RwSignal<bool>, trouble: RwSignal<Option<&'static str>>) {
    if stop() {
        return;
    }
    trouble.set(None);
    leptos::task::spawn_local(async move {
        if start(scans).await.is_none() {
            trouble.set(Some(q::no_camera(lang)));
        }
    });
}

async fn start(scans: RwSignal<bool>) -> Option<()> {
    let wanted = Object::new();
    Reflect::set(&wanted, &"facingMode".into(), &"environment".into()).ok()?;
    let constraints = MediaStreamConstraints::new();
    constraints.set_video(&wanted);
    let stream = devices()?.get_user_media_with_constraints(&constraints).ok()?;
    let stream: MediaStream = JsFuture::from(stream).await.ok()?.dyn_into().ok()?;
    let camera = || -> Option<Rc<Camera>> {
        let video: HtmlVideoElement = dom::by_id("finder")?.dyn_into().ok()?;
        let detector = Reflect::construct(&detector_class()?, &Array::new()).ok()?;
        let (last, looks_without) = Default::default();
        Some(Rc::new(Camera { stream: stream.clone(), video, detector, last, looks_without, scans }))
    };
    let Some(camera) = camera() else {
        end(&stream);
        return None;
    };
    camera.video.set_src_object(Some(&stream));
    scans.set(true);
    let _ = camera.video.play();
    RUNNING.with(|running| *running.borrow_mut() = Some(camera.clone()));
    look_again(camera);
    Some(())
}

/// Says whether one was running.
fn stop() -> bool {
    let Some(camera) = RUNNING.with(|running| running.borrow_mut().take()) else { return false };
    end(&camera.stream);
    camera.video.set_src_object(None);
    camera.scans.set(false);
    true
}

fn end(stream: &MediaStream) {
    for track in stream.get_tracks().iter() {
        if let Ok(track) = track.dyn_into::<MediaStreamTrack>() {
            track.stop();
        }
    }
}

fn look_again(camera: Rc<Camera>) {
    let running = RUNNING.with(|running| running.borrow().as_ref().is_some_and(|it| Rc::ptr_eq(it, &camera)));
    if !running {
        return;
    }
    leptos::task::spawn_local(async move {
        camera.take(camera.read().await);
        dom::after(PAUSE, move || look_again(camera));
    });
}

impl Camera {
    /// What is before the lens now.
    async fn read(&self) -> Option<String> {
        let detect: Function = get(&self.detector, "detect").dyn_into().ok()?;
        let found: Promise = detect.call1(&self.detector, &self.video).ok()?.dyn_into().ok()?;
        let first = Array::from(&JsFuture::from(found).await.ok()?).get(0);
        get(&first, "rawValue").as_string()
    }

    /// A code that stays before the lens is one scan.
    fn take(&self, code: Option<String>) {
        match code.filter(|code| !code.is_empty()) {
            Some(code) if *self.last.borrow() == code => self.looks_without.set(0),
            Some(code) => {
                line::enter(&code);
                let _ = dom::window().navigator().vibrate_with_duration(60);
                self.looks_without.set(0);
                *self.last.borrow_mut() = code;
            }
            None => {
                self.looks_without.set(self.looks_without.get() + 1);
                if self.looks_without.get() >= LOOKS_AWAY {
                    self.last.borrow_mut().clear();
                }
            }
        }
    }
}

fn get(object: &JsValue, name: &str) -> JsValue {
    if object.is_object() {
        Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
    } else {
        JsValue::UNDEFINED
    }
}

fn detector_class() -> Option<Function> {
    get(&dom::window(), "BarcodeDetector").dyn_into().ok()
}

/// Absent where the page did not come over a safe connection.
fn devices() -> Option<MediaDevices> {
    let devices = get(&dom::window().navigator(), "mediaDevices");
    devices.is_object().then(|| devices.unchecked_into())
}
