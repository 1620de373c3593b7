//! The demo's own pictures and documents, made from a few shapes and a few lines.

use std::{fmt::Write as _, io::Cursor};

use image::{ImageFormat, Rgb, RgbImage};

use crate::{Error, Result};

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub(super) enum Goods {
    /// A paper bag with a label.
    Bag,
    /// A block in its wrapper.
    Block,
}

const WIDTH: u32 = 640;
const HEIGHT: u32 = 480;
/// Samples of a pixel in each direction, so that edges are soft.
const SAMPLES: i64 = 2;

type Colour = [u8; 3];

/// A shape by its corners, and its colour; what comes later lies on top.
type Shape = (&'static [(i64, i64)], Colour);

const BACKGROUND: Colour = [255, 255, 255];
const SHADOW: Shape = (&[(120, 425), (320, 410), (520, 425), (545, 440), (320, 452), (95, 440)], [232, 229, 223]);

const BAG: &[Shape] = &[
    SHADOW,
    // the body, its side, the folded top, the stitching
    (&[(190, 92), (450, 92), (470, 230), (462, 438), (178, 438), (170, 230)], [214, 184, 140]),
    (&[(420, 92), (450, 92), (470, 230), (462, 438), (425, 438), (436, 230)], [190, 158, 114]),
    (&[(184, 58), (456, 58), (450, 100), (190, 100)], [200, 168, 122]),
    (&[(184, 76), (455, 76), (454, 81), (185, 81)], [247, 241, 231]),
    // the label: petrol, with an ear of wheat
    (&[(205, 180), (418, 180), (420, 362), (203, 362)], [11, 93, 128]),
    (&[(216, 191), (407, 191), (409, 351), (214, 351)], [247, 243, 234]),
    (&[(309, 220), (315, 220), (315, 332), (309, 332)], [190, 140, 50]),
    (&[(312, 202), (322, 222), (312, 238), (302, 222)], [210, 160, 62]),
    (&[(308, 262), (282, 250), (280, 230), (304, 240)], [210, 160, 62]),
    (&[(316, 262), (342, 250), (344, 230), (320, 240)], [210, 160, 62]),
    (&[(308, 294), (282, 282), (280, 262), (304, 272)], [198, 148, 54]),
    (&[(316, 294), (342, 282), (344, 262), (320, 272)], [198, 148, 54]),
    (&[(308, 326), (282, 314), (280, 294), (304, 304)], [186, 136, 48]),
    (&[(316, 326), (342, 314), (344, 294), (320, 304)], [186, 136, 48]),
];

const BLOCK: &[Shape] = &[
    SHADOW,
    // front, top and side of the block
    (&[(130, 230), (430, 250), (430, 425), (130, 405)], [250, 226, 140]),
    (&[(130, 230), (230, 170), (520, 186), (430, 250)], [254, 240, 184]),
    (&[(430, 250), (520, 186), (520, 352), (430, 425)], [232, 202, 108]),
    // the wrapper around its left half
    (&[(120, 226), (300, 238), (300, 420), (120, 408)], [11, 93, 128]),
    (&[(120, 226), (226, 162), (398, 172), (300, 238)], [36, 120, 156]),
    (&[(120, 290), (300, 302), (300, 352), (120, 340)], [247, 243, 234]),
];

/// The picture, as a PNG.
pub(super) fn png(goods: Goods) -> Result<Vec<u8>> {
    let shapes = match goods {
        Goods::Bag => BAG,
        Goods::Block => BLOCK,
    };
    let mut picture = RgbImage::from_pixel(WIDTH, HEIGHT, Rgb(BACKGROUND));
    for (corners, colour) in shapes {
        fill(&mut picture, corners, *colour);
    }
    let mut bytes = Vec::new();
    picture
        .write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)
        .map_err(|error| Error::Stored(error.to_string()))?;
    Ok(bytes)
}

/// Fills a polygon, within the box around it.
fn fill(picture: &mut RgbImage, corners: &[(i64, i64)], colour: Colour) {
    let range =
        |all: &mut dyn Iterator<Item = i64>| all.fold((i64::MAX, 0), |(least, most), n| (least.min(n), most.max(n)));
    let (left, right) = range(&mut corners.iter().map(|c| c.0));
    let (top, bottom) = range(&mut corners.iter().map(|c| c.1));
    for y in top..=bottom {
        for x in left..=right {
            let inside = |n: &i64| within(corners, x * SAMPLES + n % SAMPLES, y * SAMPLES + n / SAMPLES);
            let covered = (0..SAMPLES * SAMPLES).filter(inside).count() as u32;
            let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { continue };
            if covered == 0 || x >= WIDTH || y >= HEIGHT {
                continue;
            }
            let all = (SAMPLES * SAMPLES) as u32;
            let under = picture.get_pixel(x, y).0;
            let mix = |i: usize| (u32::from(colour[i]) * covered + u32::from(under[i]) * (all - covered)) / all;
            picture.put_pixel(x, y, Rgb([0, 1, 2].map(|i| u8::try_from(mix(i)).unwrap_or(u8::MAX))));
        }
    }
}

/// Is this sample inside? By the edges that a ray to the right crosses.
fn within(corners: &[(i64, i64)], x: i64, y: i64) -> bool {
    let next = corners.iter().cycle().skip(1);
    let crossed = corners.iter().zip(next).filter(|(a, b)| {
        let [(ax, ay), (bx, by)] = [**a, **b].map(|(x, y)| (x * SAMPLES, y * SAMPLES));
        // x < ax + (y - ay) * (bx - ax) / (by - ay), without dividing
        (ay > y) != (by > y) && ((x - ax) * (by - ay) < (y - ay) * (bx - ax)) == (by > ay)
    });
    crossed.count() % 2 == 1
}

/// A document of one page (ISO 32000-1): the first line as its title, the others below it.
pub(super) fn pdf(lines: &[&str]) -> Vec<u8> {
    let mut text = String::new();
    for (i, line) in lines.iter().enumerate() {
        let (size, y) = if i < 2 { (16, 780 - i * 26) } else { (11, 750 - i * 18) };
        let _ = writeln!(text, "BT /F1 {size} Tf 60 {y} Td ({}) Tj ET", escaped(line));
    }
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}endstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut table = String::new();
    for (i, object) in objects.iter().enumerate() {
        let _ = writeln!(table, "{:010} 00000 n ", file.len());
        let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", i + 1);
    }
    let (start, count) = (file.len(), objects.len() + 1);
    let _ = write!(
        file,
        "xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    );
    file.into_bytes()
}

/// A line as a literal string; what is not Latin-1 is left out.
fn escaped(line: &str) -> String {
    line.chars()
        .filter_map(|c| match c {
            '(' | ')' | '\\' => Some(format!("\\{c}")),
            ' '..='~' => Some(c.to_string()),
            '\u{a0}'..='\u{ff}' => Some(format!("\\{:03o}", u32::from(c))),
            _ => None,
        })
        .collect()
}
