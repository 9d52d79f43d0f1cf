using System.Numerics.Tensors;
using System.Text;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Tables;

namespace HyperLandscape.Metrics;

/// <summary>
/// Which hyperparameter makes the landscape rugged: the difference of neighbors, their correlation, their neutrality and how
/// often they lie in different basins, along each hyperparameter alone.
/// </summary>
/// <remarks>
/// Unaffected by the objective. Under a neighborhood of your own, neighbors are those of <see cref="GridNeighborhood"/>.
/// O(edges) on a complete grid; a sample is also sorted once for each hyperparameter, O(n).
/// </remarks>
public sealed class HyperparameterProfile
{
    private readonly HyperparameterRuggedness[] rows;
    private readonly Tolerance tolerance;

    private HyperparameterProfile(HyperparameterRuggedness[] rows, Tolerance tolerance)
    {
        this.rows = rows;
        this.tolerance = tolerance;
    }

    /// <summary>The hyperparameters, in the order of the space.</summary>
    public ReadOnlySpan<HyperparameterRuggedness> Rows => rows;

    /// <summary>The hyperparameter with this name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public HyperparameterRuggedness this[string name] => Array.Find(rows, row => row.Name == name)
        ?? throw new KeyNotFoundException($"There is no hyperparameter '{name}'; there are {string.Join(", ", rows.Select(row => row.Name))}.");

    /// <summary>The profile of a landscape.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="tolerance">Up to which difference neighbors are neutral; the 0.001 of <see cref="MeanNeutrality"/> if null.</param>
    public static HyperparameterProfile Of(Landscape landscape, Tolerance? tolerance = null)
    {
        Tolerance chosen = tolerance ?? new MeanNeutrality().Tolerance;
        double absolute = chosen.Resolve(landscape);
        double center = BlockedSum.Of(landscape.LossMemory) / landscape.Count;
        var basins = new double[landscape.Count];
        TensorPrimitives.ConvertChecked<int, double>(landscape.Basins, basins);
        var rows = new HyperparameterRuggedness[landscape.Space.Dimension];
        Workers.For(rows.Length, axis =>
        {
            var sums = default(LineSums);
            foreach (Plane line in Planes.Along(landscape.Graph, landscape.LossMemory, axis))
                sums.Add(line, center, absolute);
            foreach (Plane line in Planes.Along(landscape.Graph, basins, axis))
                sums.AddBasins(line);
            rows[axis] = sums.ToRow(landscape.Space.Hyperparameters[axis].Name);
        });
        return new HyperparameterProfile(rows, chosen);
    }

    /// <summary>An aligned table, the hyperparameter with the largest mean difference first; "-" where undefined.</summary>
    public override string ToString() => Table(rows.OrderByDescending(row => row.MeanDifference), TextTable.Number).ToString();

    /// <summary>Writes one line per hyperparameter, in full precision, NaN where undefined.</summary>
    public void WriteCsv(TextWriter writer) => Table(rows, TextTable.Exact).WriteCsv(writer);

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }

    private TextTable Table(IEnumerable<HyperparameterRuggedness> ordered, Func<double, string> format)
    {
        var table = new TextTable("hyperparameter", "mean difference", "autocorrelation", $"neutrality (tolerance {tolerance})", "switched optima");
        foreach (HyperparameterRuggedness row in ordered)
            table.Add(row.Name, format(row.MeanDifference), format(row.Autocorrelation), format(row.Neutrality), format(row.SwitchedOptima));
        return table;
    }
}
