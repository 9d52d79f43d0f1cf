using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using HyperLandscape.Embeddings;

namespace HyperLandscape.Plotting;

/// <summary>
/// A landscape as a surface over a map of its configurations, to be turned, moved and zoomed in a browser: height and color
/// are the rank of the fitness, the best lowest and blue; local optima are marked, the global one above the surface on a stem, and say their configuration. One HTML file of
/// about 1.8 MB that loads nothing from anywhere: the drawing script is in it, and the page forbids itself any request.
/// </summary>
/// <remarks>The script is plotly.js (the build for 3-D), copyright Plotly, Inc., under the MIT license, which stays in the file.</remarks>
public sealed record SurfacePage
{
    /// <summary>The resource that holds the drawing script, packed.</summary>
    internal const string Script = "HyperLandscape.Plotting.Surfaces.plotly-gl3d-4.1.1.min.js.gz";
    private readonly Lazy<SurfaceData> data;

    /// <summary>Of a map.</summary>
    /// <param name="map">Two coordinates per configuration, with their landscape.</param>
    /// <exception cref="ArgumentException">The map has not two coordinates, or no landscape.</exception>
    public SurfacePage(Embedding map)
    {
        Map = MapDrawing.Require(map);
        data = new Lazy<SurfaceData>(() => new SurfaceData(Map));
    }

    /// <summary>The map.</summary>
    public Embedding Map { get; }

    /// <summary>The heading.</summary>
    public string Title { get; init; } = "Surface of the landscape";

    /// <summary>Its colors; <see cref="PictureTheme.Light"/> by default.</summary>
    public PictureTheme Theme { get; init; } = PictureTheme.Light;

    /// <summary>Writes the page.</summary>
    /// <param name="path">The file; replaced if it exists.</param>
    /// <exception cref="ArgumentException">All configurations lie on one line of the map, which has no surface.</exception>
    public void SaveHtml(string path) => File.WriteAllText(path, ToHtml());

    /// <summary>The text of the page.</summary>
    /// <exception cref="ArgumentException">All configurations lie on one line of the map, which has no surface.</exception>
    public string ToHtml() => ToHtml(ReadScript());

    /// <summary>The text of the page with this drawing script, so that several pages in one file may share it.</summary>
    internal string ToHtml(string script)
    {
        Landscape landscape = Map.Landscape!;
        string title = WebUtility.HtmlEncode(Title);
        string caption = WebUtility.HtmlEncode(string.Create(CultureInfo.InvariantCulture, $"{landscape}. Height and color: rank of the fitness, linear between the configurations.{MapDrawing.Remark(landscape)} Drag to turn, pinch or scroll to zoom, point at a mark for its configuration. The axes of a map have no unit."));
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; form-action 'none'; base-uri 'none'">
            <title>{{title}}</title>
            <style>
            html, body { height: 100%; margin: 0; background: {{Theme.Background}}; color: {{Theme.Text}}; font-family: system-ui, sans-serif; }
            body { display: flex; flex-direction: column; }
            h1 { font-size: 1.15rem; margin: .9rem 1rem .2rem; overflow-wrap: anywhere; }
            main { flex: 1; min-height: 320px; position: relative; }
            #surface { position: absolute; inset: 0; }
            figure { margin: .2rem auto .6rem; width: min(440px, 92%); font-size: .8rem; text-align: center; }
            figure div { height: 11px; background: {{SurfaceData.Gradient()}}; }
            figure i { font-style: normal; }
            figure span { display: flex; justify-content: space-between; color: {{Theme.MutedText}}; }
            p { font-size: .85rem; line-height: 1.4; color: {{Theme.MutedText}}; margin: .3rem 1rem 1rem; overflow-wrap: anywhere; }
            </style>
            </head>
            <body>
            <h1>{{title}}</h1>
            <main><div id="surface"></div></main>
            <figure><div></div><span><i>0</i><i>50</i><i>100</i></span>{{WebUtility.HtmlEncode(MapDrawing.Scale.Meaning)}}</figure>
            <p>{{caption}}</p>
            <noscript><p>The surface is drawn by a script in this file, and scripts are switched off.</p></noscript>
            <script>{{script}}</script>
            <script>
            const layout = {{SurfaceData.Layout(Theme)}};
            const room = document.getElementById("surface");
            const away = Math.max(1, 1.55 * room.clientHeight / room.clientWidth);
            for (const axis in layout.scene.camera.eye)
              layout.scene.camera.eye[axis] *= away;
            Plotly.newPlot("surface", {{data.Value.Traces(Theme)}}, layout, { responsive: true, displaylogo: false, showSendToCloud: false, plotlyServerURL: "", modeBarButtonsToRemove: ["resetCameraLastSave3d", "hoverClosest3d"] });
            </script>
            </body>
            </html>

            """;
    }

    private static string ReadScript()
    {
        using Stream packed = typeof(SurfacePage).Assembly.GetManifestResourceStream(Script)!;
        using var unpacked = new StreamReader(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        return unpacked.ReadToEnd();
    }
}
