//! What is uploaded as a picture is looked at, decoded within limits, and made anew: no metadata, no surprises.

use std::io::Cursor;

use domain::{Refusal, sheet::Picture};
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage, codecs::jpeg::JpegEncoder,
    imageops::FilterType,
};

/// Millions of pixels that are decoded at most: what the cameras of telephones make.
const PIXELS_MOST: u32 = 25;
/// Bytes that decoding may take: twice such a picture with its transparency.
const MEMORY_MOST: u64 = 256 << 20;
const QUALITY: u8 = 84;

/// A picture in two sizes, as JPEG.
pub(crate) struct Made {
    pub width: u32,
    pub height: u32,
    pub large: Vec<u8>,
    pub small: Vec<u8>,
}

/// Makes a picture of a PNG, JPEG or WebP; which it is, its content says. Keeps a core busy for up to seconds.
pub(crate) fn make(bytes: &[u8]) -> Result<Made, Refusal> {
    let none = |_| Refusal::NotAPicture;
    let format = image::guess_format(bytes).map_err(none)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg | ImageFormat::WebP) {
        return Err(Refusal::NotAPicture);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY_MOST);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Refusal::NotAPicture)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > u64::from(PIXELS_MOST) * 1_000_000 {
        return Err(Refusal::TooManyPixels { most: PIXELS_MOST });
    }
    // a camera says how it was held beside the picture; that goes with the rest, so it is done now
    let orientation = decoder.orientation().map_err(|_| Refusal::NotAPicture)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Refusal::NotAPicture)?;
    picture.apply_orientation(orientation);
    let large = within(&picture, Picture::LARGE);
    let small = within(&picture, Picture::SMALL);
    Ok(Made { width: large.width(), height: large.height(), large: encode(&large)?, small: encode(&small)? })
}

/// On white, with no side longer than `most`; never enlarged.
fn within(picture: &DynamicImage, most: u32) -> RgbImage {
    let picture = if picture.width().max(picture.height()) > most {
        &picture.resize(most, most, FilterType::CatmullRom)
    } else {
        picture
    };
    let mut flat = RgbImage::new(picture.width(), picture.height());
    for (to, from) in flat.pixels_mut().zip(picture.to_rgba8().pixels()) {
        let [red, green, blue, alpha] = from.0.map(u32::from);
        let over = |channel: u32| u8::try_from((channel * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(u8::MAX);
        to.0 = [over(red), over(green), over(blue)];
    }
    flat
}

fn encode(picture: &RgbImage) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(picture).map_err(|_| Refusal::NotAPicture)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture = DynamicImage::new_rgba8(width, height);
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("a picture");
        bytes
    }

    #[test]
    fn a_picture_is_made_anew_within_its_bounds() {
        let made = make(&png(2_000, 500)).expect("a picture");
        assert_eq!((made.width, made.height), (1_600, 400));
        let small = image::load_from_memory(&made.small).expect("a picture").to_rgb8();
        let known = Picture { hash: String::new(), width: made.width, height: made.height };
        assert_eq!((small.width(), known.small_width()), (480, 480));
        assert_eq!(small.get_pixel(0, 0).0, [255, 255, 255], "what was transparent is white");
        let tiny = make(&png(1, 1)).expect("a picture");
        assert_eq!((tiny.width, tiny.height), (1, 1));
    }

    #[test]
    fn metadata_does_not_survive() {
        let mut bytes = Vec::new();
        JpegEncoder::new(&mut bytes).encode_image(&RgbImage::new(8, 8)).expect("a picture");
        let secret = b"Exif\0\0GPS 51.05 N 3.72 E";
        let length = u16::try_from(secret.len() + 2).expect("short").to_be_bytes();
        let marked: Vec<u8> =
            bytes[..2].iter().chain(&[0xff, 0xe1]).chain(&length).chain(secret).chain(&bytes[2..]).copied().collect();
        let made = make(&marked).expect("a picture");
        assert!(!made.large.windows(3).any(|w| w == b"GPS"));
    }

    #[test]
    fn what_is_no_picture_is_refused_whatever_it_is_called() {
        for bytes in [
            &b""[..],
            b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
            b"<html><script>alert(1)</script>",
            b"GIF89a\x01\x00\x01\x00\x00\x00\x00;",
            b"%PDF-1.7",
            b"\x89PNG\r\n\x1a\n and then nothing",
            b"\xff\xd8\xff\xe0 not a jpeg",
            b"RIFF\x00\x00\x00\x00WEBPVP8 ",
        ] {
            assert_eq!(make(bytes).err(), Some(Refusal::NotAPicture), "{bytes:?}");
        }
        // half a picture is none
        let whole = png(64, 64);
        assert!(make(&whole[..whole.len() / 2]).is_err());
    }

    #[test]
    fn a_bomb_is_not_opened() {
        // 60,000 × 60,000 pixels in its header, and no content
        let mut bomb = png(1, 1);
        bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
        let refused = make(&bomb).err();
        assert!(matches!(refused, Some(Refusal::TooManyPixels { .. } | Refusal::NotAPicture)), "{refused:?}");
        let wide = make(&png(26_000, 1_000)).err();
        assert_eq!(wide, Some(Refusal::TooManyPixels { most: 25 }));
    }
}
