using System.Text;
using SkiaSharp;

namespace HyperLandscape.Plotting;

/// <summary>
/// A picture of one question. Immutable; drawing is pure: the same picture has the same pixels on the same machine. Text
/// is in a font of the system that has its characters. Sizes are in pixels, at least 240 by 180 and at most 8,192 a side.
/// </summary>
public abstract record Picture
{
    private const int Largest = 8_192;

    private protected Picture()
    {
    }

    /// <summary>Its colors; <see cref="PictureTheme.Light"/> by default.</summary>
    public PictureTheme Theme { get; init; } = PictureTheme.Light;

    /// <summary>Writes a PNG file.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <exception cref="ArgumentOutOfRangeException">The picture would be too small or too large.</exception>
    /// <exception cref="InvalidOperationException">The system has no font.</exception>
    public void SavePng(string path, int width = 900, int height = 600) => File.WriteAllBytes(path, ToPng(width, height));

    /// <summary>Writes an SVG file.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <exception cref="ArgumentOutOfRangeException">The picture would be too small or too large.</exception>
    /// <exception cref="InvalidOperationException">The system has no font.</exception>
    public void SaveSvg(string path, int width = 900, int height = 600) => File.WriteAllText(path, ToSvg(width, height));

    /// <summary>The bytes of a PNG file.</summary>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <exception cref="ArgumentOutOfRangeException">The picture would be too small or too large.</exception>
    /// <exception cref="InvalidOperationException">The system has no font.</exception>
    public byte[] ToPng(int width = 900, int height = 600)
    {
        using SKImage image = ToImage(width, height, 1);
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>
    /// The text of an SVG document, which scales without loss; its text stays text. The names of its clip paths are
    /// counted through the whole process, so that several drawings can stand in one page.
    /// </summary>
    /// <param name="width">Pixels from left to right.</param>
    /// <param name="height">Pixels from top to bottom.</param>
    /// <exception cref="ArgumentOutOfRangeException">The picture would be too small or too large.</exception>
    /// <exception cref="InvalidOperationException">The system has no font.</exception>
    public string ToSvg(int width = 900, int height = 600)
    {
        RequireSize(width, height);
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(SKRect.Create(width, height), stream))
            Compose(width, height).Render(canvas);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>
    /// The bytes of a WebP file with this many pixels, in each direction, for every one of the size asked for: for screens of
    /// small pixels. Lossy where no eye sees it, a fifth or less of the size of a PNG file.
    /// </summary>
    internal byte[] ToWebp(int width, int height, int density)
    {
        using SKImage image = ToImage(width, height, density);
        using SKData data = image.Encode(SKEncodedImageFormat.Webp, 60);
        return data.ToArray();
    }

    /// <summary>Lays the picture out for a size.</summary>
    private protected abstract Sheet Compose(int width, int height);

    private SKImage ToImage(int width, int height, int density)
    {
        RequireSize(width, height);
        using var surface = SKSurface.Create(new SKImageInfo(width * density, height * density, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Scale(density);
        Compose(width, height).Render(surface.Canvas);
        return surface.Snapshot();
    }

    private static void RequireSize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 240);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 180);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Largest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Largest);
    }
}
