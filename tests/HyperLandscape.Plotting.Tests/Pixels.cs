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

    /// <summary>The share of pixels that are not of the most frequent color.</summary>
    public static double Inked(byte[] png)
    {
        SKColor[] pixels = Of(png);
        return 1 - ((double)pixels.CountBy(pixel => pixel).Max(entry => entry.Value) / pixels.Length);
    }

    /// <summary>The share of pixels in which two pictures of one size differ.</summary>
    public static double Difference(byte[] a, byte[] b) => Of(a).Zip(Of(b)).Average(pair => pair.First == pair.Second ? 0.0 : 1.0);
}
