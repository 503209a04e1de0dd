//! Pictures: drawn anew, so that nothing but the picture is kept.
//!
//! A photograph from a telephone carries the place where it was taken, the time and the telephone's number in its metadata
//! (EXIF, XMP). People do not see them and do not mean to publish them. Every picture is therefore decoded, turned the right
//! way up and encoded again; what was beside the picture is gone. Of a GIF the first picture is kept: things that move by
//! themselves must be stoppable (WCAG 2.2.2), and a GIF is not.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use samskab_platform::upload::FileType;
use tokio::sync::Semaphore;

/// The most pixels a picture may have: 40 million is more than telephones take, and needs 160 MB while it is worked on.
pub(crate) const MOST_PIXELS: u64 = 40_000_000;

/// Thumbnails fit into a square of this side, in pixels.
const THUMBNAIL: u32 = 320;

/// What is shown on a page fits into a square of this side, in pixels.
const DISPLAY: u32 = 1_280;

/// Two pictures at a time: that bounds the memory, however many people send one.
static AT_WORK: Semaphore = Semaphore::const_new(2);

/// A picture in three sizes.
#[derive(Debug)]
pub(crate) struct Picture {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) original: Encoded,
    pub(crate) display: Encoded,
    pub(crate) thumbnail: Encoded,
}

/// An encoded picture and what it is encoded as.
#[derive(Debug)]
pub(crate) struct Encoded {
    pub(crate) kind: FileType,
    pub(crate) bytes: Vec<u8>,
}

/// Why a picture cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    TooManyPixels,
    Broken,
}

/// Draws a picture anew in three sizes, beside the threads that answer requests.
pub(crate) async fn prepare(bytes: bytes::Bytes, kind: FileType) -> Result<Picture, Fault> {
    let _place = AT_WORK.acquire().await.map_err(|_| Fault::Broken)?;
    tokio::task::spawn_blocking(move || draw(&bytes, kind)).await.unwrap_or(Err(Fault::Broken))
}

fn format(kind: FileType) -> Option<ImageFormat> {
    match kind {
        FileType::Jpeg => Some(ImageFormat::Jpeg),
        FileType::Png => Some(ImageFormat::Png),
        FileType::Webp => Some(ImageFormat::WebP),
        FileType::Gif => Some(ImageFormat::Gif),
        _ => None,
    }
}

fn draw(bytes: &[u8], kind: FileType) -> Result<Picture, Fault> {
    let format = format(kind).ok_or(Fault::Broken)?;
    let broken = |_| Fault::Broken;
    // The head of the file says how large the picture will be: a bomb is turned away before it is unpacked.
    let (width, height) = ImageReader::with_format(Cursor::new(bytes), format).into_dimensions().map_err(broken)?;
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(Fault::TooManyPixels);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(400_000_000);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let orientation = decoder.orientation().map_err(broken)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(orientation);
    // Eight bits a channel is what people see; files with sixteen are twice as large.
    let see_through = picture.color().has_alpha();
    let picture = if see_through { DynamicImage::ImageRgba8(picture.into_rgba8()) } else { DynamicImage::ImageRgb8(picture.into_rgb8()) };

    let exact = see_through || matches!(kind, FileType::Png | FileType::Gif);
    let original = encode(&picture, exact, 90)?;
    let display = if picture.width().max(picture.height()) > DISPLAY { picture.thumbnail(DISPLAY, DISPLAY) } else { picture.clone() };
    let thumbnail = if display.width().max(display.height()) > THUMBNAIL { display.thumbnail(THUMBNAIL, THUMBNAIL) } else { display.clone() };
    Ok(Picture {
        width: picture.width(),
        height: picture.height(),
        original,
        display: encode(&display, see_through, 82)?,
        thumbnail: encode(&thumbnail, see_through, 78)?,
    })
}

/// PNG where every point counts or one can see through it, JPEG otherwise.
fn encode(picture: &DynamicImage, exact: bool, quality: u8) -> Result<Encoded, Fault> {
    let mut bytes = vec![];
    if exact {
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).map_err(|_| Fault::Broken)?;
        Ok(Encoded { kind: FileType::Png, bytes })
    } else {
        picture.write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, quality)).map_err(|_| Fault::Broken)?;
        Ok(Encoded { kind: FileType::Jpeg, bytes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::RgbImage;

    fn jpeg(width: u32, height: u32) -> Vec<u8> {
        let picture = DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, y| image::Rgb([x as u8, y as u8, 128])));
        encode(&picture, false, 90).unwrap().bytes
    }

    /// A JPEG with an EXIF segment that says "turn a quarter" and holds the text `GPS-HEMMELIG`.
    fn with_exif(jpeg: &[u8]) -> Vec<u8> {
        let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        exif.extend(b"GPS-HEMMELIG");
        let mut out = jpeg[..2].to_vec();
        out.extend([0xff, 0xe1]);
        out.extend((exif.len() as u16 + 2).to_be_bytes());
        out.extend(exif);
        out.extend(&jpeg[2..]);
        out
    }

    #[test]
    fn what_a_telephone_wrote_beside_the_picture_is_gone_and_the_picture_stands_upright() {
        let sent = with_exif(&jpeg(60, 40));
        assert!(sent.windows(12).any(|w| w == b"GPS-HEMMELIG"));
        let picture = draw(&sent, FileType::Jpeg).unwrap();
        assert_eq!((picture.width, picture.height), (40, 60), "turned a quarter, as the telephone said");
        for kept in [&picture.original, &picture.display, &picture.thumbnail] {
            assert!(!kept.bytes.windows(3).any(|w| w == b"GPS") && !kept.bytes.windows(4).any(|w| w == b"Exif"));
        }
    }

    #[test]
    fn the_three_sizes_fit() {
        let picture = draw(&jpeg(2_000, 500), FileType::Jpeg).unwrap();
        let size = |e: &Encoded| image::load_from_memory(&e.bytes).map(|p| (p.width(), p.height())).unwrap();
        assert_eq!(size(&picture.original), (2_000, 500));
        assert_eq!(size(&picture.display), (1_280, 320));
        assert_eq!(size(&picture.thumbnail), (320, 80));
    }

    #[test]
    fn a_bomb_is_turned_away_by_its_head() {
        // A PNG head that promises 60,000 × 60,000 points and holds none.
        let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0".to_vec();
        let crc = crc32(&bomb[12..29]);
        bomb.extend(crc.to_be_bytes());
        bomb.extend(b"\0\0\0\0IDAT\x35\xaf\x06\x1e\0\0\0\0IEND\xae\x42\x60\x82");
        assert_eq!(draw(&bomb, FileType::Png).unwrap_err(), Fault::TooManyPixels);
        assert_eq!(draw(b"\xff\xd8\xff\xe0 not a picture", FileType::Jpeg).unwrap_err(), Fault::Broken);
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { c >> 1 ^ 0xedb8_8320 } else { c >> 1 }))
    }
}
