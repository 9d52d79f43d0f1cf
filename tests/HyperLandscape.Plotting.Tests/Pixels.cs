using SkiaSharp;

namespace HyperLandscape.Plotting.Tests;

/// <summary>What is on a picture, as far as its pixels tell.</summary>
internal static class Pixels
{
    /// <summary>The colors of all pixels, row by row.</summary>
    public static SKColor[] Of(byte[] png)
    {
        using SKBitmap bitmap = SKBitmap.Decode(png);
        return bitmap.Pixels;
    }

    public static (int Width, int Height) Size(byte[] png)
    {
        using SKBitmap bitmap = SKBitmap.Decode(png);
        return (bitmap.Width, bitmap.Height);
    }

    /// <summary>The share of pixels that are not of the most frequent color.</summary>
    public static double Inked(byte[] png)
    {
        SKColor[] pixels = Of(png);
        return 1 - ((double)pixels.CountBy(pixel => pixel).Max(entry => entry.Value) / pixels.Length);
    }

    /// <summary>Number of pixels on the outermost ring that are not of the color of the corner: what is drawn there is cut.</summary>
    public static int InkedBorder(byte[] png)
    {
        using SKBitmap bitmap = SKBitmap.Decode(png);
        SKColor background = bitmap.GetPixel(0, 0);
        IEnumerable<(int X, int Y)> ring = Enumerable.Range(0, bitmap.Width).SelectMany(x => ((int, int)[])[(x, 0), (x, bitmap.Height - 1)])
            .Concat(Enumerable.Range(0, bitmap.Height).SelectMany(y => ((int, int)[])[(0, y), (bitmap.Width - 1, y)]));
        return ring.Count(place => bitmap.GetPixel(place.X, place.Y) != background);
    }

    /// <summary>The share of pixels in which two pictures of one size differ.</summary>
    public static double Difference(byte[] a, byte[] b) => Of(a).Zip(Of(b)).Average(pair => pair.First == pair.Second ? 0.0 : 1.0);
}
