using System.IO.Compression;
using System.Text;
using HyperLandscape.Embeddings;

namespace HyperLandscape.Plotting.Reports;

/// <summary>A surface to turn, behind a line that opens it. The page is packed, and the drawing script is in the report once.</summary>
internal sealed class Surface
{
    private readonly string name;
    private readonly string light;
    private readonly string dark;

    /// <summary>The surface over a map.</summary>
    public Surface(Embedding map, string name)
    {
        this.name = name;
        light = Pack(new SurfacePage(map) { Title = name }.ToHtml(""));
        dark = Pack(new SurfacePage(map) { Title = name, Theme = PictureTheme.Dark }.ToHtml(""));
    }

    /// <summary>What is said where there is none.</summary>
    public const string WhyNot = "There is no surface: all configurations lie on one line of the map.";

    /// <summary>The drawing script, packed.</summary>
    public static Html Script()
    {
        using Stream script = typeof(SurfacePage).Assembly.GetManifestResourceStream(SurfacePage.Script)!;
        using var bytes = new MemoryStream();
        script.CopyTo(bytes);
        return Html.Verbatim($"<script type=\"application/gzip\" id=\"surface-script\">{Convert.ToBase64String(bytes.ToArray())}</script>");
    }

    public Html ToHtml() => Html.Of($"<details class=\"surface\" data-light=\"{Html.Verbatim(light)}\" data-dark=\"{Html.Verbatim(dark)}\"><summary>Turn the surface of {name} in three dimensions</summary></details>");

    private static string Pack(string page)
    {
        using var bytes = new MemoryStream();
        using (var packed = new GZipStream(bytes, CompressionLevel.SmallestSize))
            packed.Write(Encoding.UTF8.GetBytes(page));
        return Convert.ToBase64String(bytes.ToArray());
    }
}
