//! The logo of a letterhead: a PNG, checked before it is stored, and its pixels for
//! documents.

use std::io::{Cursor, Read};
use std::path::Path;

use png::{ColorType, Decoder, DecodingError, Transformations};

use crate::error::{Error, ErrorKind, Result, io_reason};
use crate::file;

/// As in the database's check of `wl.logos`.
const MAX_BYTES: u64 = 256 * 1024;
/// A small file can have a huge picture: this one takes 12 MB.
const MAX_PIXELS: u64 = 4_000_000;

/// The pixels, row by row, three bytes each: a logo has no transparency on paper.
pub struct Logo {
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

/// The bytes of a file that can be a logo.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let missing = |error: std::io::Error| {
        let what = format!("{} can't be read: {}", path.display(), io_reason(&error));
        Error::new(ErrorKind::NoInput, what).cause(error)
    };
    let file = file::open_regular(path).map_err(missing)?;
    let mut bytes = Vec::new();
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(missing)?;
    let wrong = |why: &str| {
        Error::data(format!("{} {why}", path.display()))
            .hint("a logo is a PNG file of at most 256 KiB and 4 million pixels")
    };
    if bytes.len() as u64 > MAX_BYTES {
        return Err(wrong("is larger than 256 KiB"));
    }
    decode(&bytes).map_err(|error| wrong(&error.message))?;
    Ok(bytes)
}

/// The pixels of a PNG, transparent ones on white.
pub fn decode(png: &[u8]) -> Result<Logo> {
    if !png.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Err(Error::data("is not a PNG file"));
    }
    let damaged = |error: DecodingError| Error::data(format!("is a damaged PNG file: {error}"));
    let mut decoder = Decoder::new(Cursor::new(png));
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    let mut reader = decoder.read_info().map_err(damaged)?;
    let (width, height) = reader.info().size();
    if u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Err(Error::data(format!("has {width} × {height} pixels")));
    }
    let size = reader.output_buffer_size().unwrap_or_default();
    let mut pixels = vec![0; size];
    let frame = reader.next_frame(&mut pixels).map_err(damaged)?;
    reader.finish().map_err(damaged)?;
    pixels.truncate(frame.buffer_size());
    let rgb = match frame.color_type {
        ColorType::Rgb | ColorType::Indexed => pixels,
        ColorType::Rgba => flat(&pixels, |[red, green, blue, alpha]| {
            [red, green, blue].map(|c| on_white(c, alpha))
        }),
        ColorType::Grayscale => flat(&pixels, |[grey]| [grey; 3]),
        ColorType::GrayscaleAlpha => flat(&pixels, |[grey, alpha]| [on_white(grey, alpha); 3]),
    };
    Ok(Logo { width, height, rgb })
}

fn flat<const N: usize>(pixels: &[u8], rgb: impl Fn([u8; N]) -> [u8; 3]) -> Vec<u8> {
    let (pixels, _) = pixels.as_chunks();
    pixels.iter().flat_map(|pixel| rgb(*pixel)).collect()
}

fn on_white(colour: u8, alpha: u8) -> u8 {
    let (colour, alpha) = (u16::from(colour), u16::from(alpha));
    // at most 255 * 255 + 127
    let mixed = colour * alpha + 255 * (255 - alpha) + 127;
    u8::try_from(mixed / 255).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, colour: ColorType, pixels: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, width, height);
        encoder.set_color(colour);
        let mut writer = encoder.write_header().expect("a header");
        writer.write_image_data(pixels).expect("the pixels");
        writer.finish().expect("the end");
        bytes
    }

    #[test]
    fn every_kind_of_png_becomes_rgb_on_white() {
        for (colour, pixels, rgb) in [
            (ColorType::Rgb, &[1, 2, 3, 4, 5, 6][..], [1, 2, 3, 4, 5, 6]),
            (ColorType::Grayscale, &[7, 255], [7, 7, 7, 255, 255, 255]),
            (
                ColorType::GrayscaleAlpha,
                &[9, 255, 9, 0],
                [9, 9, 9, 255, 255, 255],
            ),
            // 0 × 51/255 + 255 × 204/255 = 204
            (
                ColorType::Rgba,
                &[10, 20, 30, 255, 0, 255, 0, 51],
                [10, 20, 30, 204, 255, 204],
            ),
        ] {
            let logo = decode(&png(2, 1, colour, pixels)).expect("a logo");
            assert_eq!((logo.width, logo.height), (2, 1));
            assert_eq!(logo.rgb, rgb, "{colour:?}");
        }
    }

    #[test]
    fn a_small_file_with_a_huge_picture_is_refused_before_it_takes_memory() {
        let row = vec![0; 20_000 * 20_000 / 8];
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, 20_000, 20_000);
        encoder.set_color(ColorType::Grayscale);
        encoder.set_depth(png::BitDepth::One);
        encoder
            .write_header()
            .and_then(|mut writer| writer.write_image_data(&row))
            .expect("a picture");
        assert!(bytes.len() < 256 * 1024, "{}", bytes.len());
        let error = decode(&bytes).err().expect("too large");
        assert_eq!(error.message, "has 20000 × 20000 pixels");
    }

    #[test]
    fn what_is_no_whole_png_is_refused() {
        let whole = png(2, 1, ColorType::Rgb, &[1, 2, 3, 4, 5, 6]);
        for length in 0..whole.len() {
            assert!(decode(&whole[..length]).is_err(), "{length}");
        }
        let mut changed = whole.clone();
        changed[45] ^= 1;
        assert!(decode(&changed).is_err());
        assert!(decode(b"\xff\xd8\xff\xe0 JFIF").is_err());
    }
}
