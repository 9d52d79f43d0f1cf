using System.Globalization;
using System.Numerics.Tensors;
using System.Text;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;
using HyperLandscape.Tables;

namespace HyperLandscape.Metrics;

/// <summary>
/// What every change of a single hyperparameter does to the fitness: all pairs of levels, not only neighboring ones, over all
/// backgrounds in which both configurations are known.
/// </summary>
/// <remarks>
/// Improvements are positive whichever the objective. There are no p-values: the backgrounds of a change are no
/// independent trials, and on a complete grid nothing is sampled. Unaffected by the neighborhood and the tolerance. O(n
/// levels) time per hyperparameter, and 8 bytes for each change of one hyperparameter. Sources: the mutation effects of
/// GraphFLA; Lyons et al. (2020), "Idiosyncratic epistasis creates universals in mutational effects and evolutionary
/// trajectories".
/// </remarks>
public sealed class LevelEffects
{
    private readonly LevelEffect[] rows;

    private LevelEffects(LevelEffect[] rows) => this.rows = rows;

    /// <summary>The changes: by hyperparameter in the order of the space, then by level before and after, the lower level first.</summary>
    public ReadOnlySpan<LevelEffect> Rows => rows;

    /// <summary>A change, from the first to the second label; the lower level comes first.</summary>
    /// <exception cref="KeyNotFoundException">There is no such change.</exception>
    public LevelEffect this[string hyperparameter, string from, string to] =>
        Array.Find(rows, row => row.Hyperparameter == hyperparameter && row.From == from && row.To == to)
        ?? throw new KeyNotFoundException($"There is no change of '{hyperparameter}' from '{from}' to '{to}' with a background; name the lower level first.");

    /// <summary>The effects of all changes that have a background.</summary>
    public static LevelEffects Of(Landscape landscape)
    {
        double deviation = TensorPrimitives.StdDev(landscape.Loss);
        return new LevelEffects([.. Enumerable.Range(0, landscape.Space.Dimension).SelectMany(axis => Along(landscape, axis, deviation))]);
    }

    /// <summary>An aligned table, the changes with the largest mean improvement or deterioration first, at most twenty.</summary>
    public override string ToString()
    {
        string text = Table(rows.OrderByDescending(row => Math.Abs(row.MeanImprovement)).Take(20), TextTable.Number).ToString();
        return rows.Length <= 20 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}and {rows.Length - 20:N0} smaller ones\n");
    }

    /// <summary>Writes one line per change, in full precision, NaN where undefined.</summary>
    public void WriteCsv(TextWriter writer) => Table(rows, TextTable.Exact).WriteCsv(writer);

    /// <summary>Writes a CSV file, see <see cref="WriteCsv(TextWriter)"/>.</summary>
    public void WriteCsv(string path)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false));
        WriteCsv(writer);
    }

    internal static double Median(ReadOnlySpan<double> values) => Selection.Quantile(values, 0.5);

    private static LevelEffect[] Along(Landscape landscape, int axis, double deviation)
    {
        var improvements = new SortedDictionary<(int From, int To), List<double>>();
        foreach (Plane line in Planes.Along(landscape.Graph, landscape.LossMemory, axis))
        {
            for (int from = 0; from < line.RowCount; from++)
            {
                for (int to = from + 1; to < line.RowCount; to++)
                {
                    (int, int) change = (line.RowLevels[from], line.RowLevels[to]);
                    if (!improvements.TryGetValue(change, out List<double>? own))
                        improvements.Add(change, own = []);
                    own.Add(line.Row(from)[0] - line.Row(to)[0]);
                }
            }
        }

        Hyperparameter hyperparameter = landscape.Space.Hyperparameters[axis];
        var found = new LevelEffect[improvements.Count];
        KeyValuePair<(int From, int To), List<double>>[] changes = [.. improvements];
        Workers.For(found.Length, change =>
        {
            (int from, int to) = changes[change].Key;
            found[change] = new LevelEffect(hyperparameter.Name, hyperparameter.Labels[from], hyperparameter.Labels[to], [.. changes[change].Value], deviation);
        });
        return found;
    }

    private static TextTable Table(IEnumerable<LevelEffect> ordered, Func<double, string> format)
    {
        var table = new TextTable("hyperparameter", "from", "to", "backgrounds", "mean improvement", "median magnitude", "improved share", "worsened share", "idiosyncrasy");
        foreach (LevelEffect row in ordered)
            table.Add(row.Hyperparameter, row.From, row.To, format(row.Backgrounds), format(row.MeanImprovement), format(row.MedianMagnitude), format(row.ImprovedShare), format(row.WorsenedShare), format(row.Idiosyncrasy));
        return table;
    }
}
