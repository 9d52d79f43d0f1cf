using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using HyperLandscape.Embeddings;

namespace HyperLandscape.Plotting.Reports;

/// <summary>The definitions, and how the report was made: versions, seeds, thresholds.</summary>
internal sealed class MethodSection(ReportOptions options) : ISection
{
    private static readonly BlendedCoordinates Coordinates = new();

    public IEnumerable<Figure> Figures => [];

    public Html ToHtml(Footnotes notes) => Html.Of($"""
        <section id="definitions">
        <h2>Definitions</h2>
        {notes.ToHtml()}
        </section>
        <section id="method">
        <h2>How this was made</h2>
        <p>HyperLandscape {Version(typeof(Landscape))}, HyperLandscape.Plotting {Version(typeof(Report))}, {RuntimeInformation.FrameworkDescription}. Maps: the hyperparameters (weight 1), HOPE of {Coordinates.Hope.Dimensions} dimensions (weight {Coordinates.HopeWeight.ToString(CultureInfo.InvariantCulture)}) and the rank of the fitness (weight {Coordinates.LossWeight.ToString(CultureInfo.InvariantCulture)}), each scaled to a variance of 1; UMAP of 15 neighbors, 500 epochs and a minimum distance of 1, seed {options.Seed}. Networks: kicks of two steps. Nothing else is random, and nothing depends on the number of threads. Undefined values are shown as “–”.</p>
        {Thresholds().ToHtml()}
        <p class="note">The thresholds say which words this report uses; they are conventions, not tests.</p>
        </section>
        """);

    private static SortableTable Thresholds()
    {
        var table = new SortableTable(
            "Thresholds of the words",
            SortableTable.Column.Text("what"),
            SortableTable.Column.Text("measured by"),
            SortableTable.Column.Text("words from low to high"),
            SortableTable.Column.Number("second from"),
            SortableTable.Column.Number("third from"));
        foreach (Threshold threshold in Threshold.All)
            table.Add(threshold.Name, threshold.Quantity, $"{threshold.LowWord}; {threshold.MiddleWord}; {threshold.HighWord}", threshold.Low, threshold.High);
        return table;
    }

    private static string Version(Type type) => type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
