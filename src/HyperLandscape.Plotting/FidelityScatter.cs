using HyperLandscape.Similarity;
using ScottPlot;
using ScottPlot.Plottables;

namespace HyperLandscape.Plotting;

/// <summary>
/// The rank of every configuration at low fidelity against its rank at full fidelity, in percent (0 = best, the rank is
/// the average among ties), with the best share gamma of each marked: whether cheap runs may stand in for full ones.
/// Configurations that are in one landscape only are left out and counted in the caption.
/// </summary>
/// <param name="Low">The landscape of cheap runs, or any other to be compared.</param>
/// <param name="Full">The landscape of full runs.</param>
/// <exception cref="ArgumentException">The search spaces differ, or no configuration is in both landscapes.</exception>
public sealed record FidelityScatter(Landscape Low, Landscape Full) : Picture
{
    private readonly GammaSetSimilarity gammaSet = new();

    /// <summary>The landscape of cheap runs.</summary>
    public Landscape Low { get; } = Low;

    /// <summary>The landscape of full runs.</summary>
    public Landscape Full { get; } = Low.Space.Equals(Full.Space) && CommonRows(Low, Full).Any()
        ? Full
        : throw new ArgumentException($"No configuration is in both landscapes ({Low}; {Full}); give two over one search space.", nameof(Full));

    /// <summary>What the first landscape is called; "low fidelity" by default.</summary>
    public string LowName { get; init; } = "low fidelity";

    /// <summary>What the second landscape is called; "full fidelity" by default.</summary>
    public string FullName { get; init; } = "full fidelity";

    /// <summary>The share of the configurations that counts as best, in (0, 1]; 0.1 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not in (0, 1].</exception>
    public double Gamma
    {
        get => gammaSet.Gamma;
        init => gammaSet = new GammaSetSimilarity { Gamma = value };
    }

    private protected override Sheet Compose(int width, int height)
    {
        (int Low, int Full)[] rows = [.. CommonRows(Low, Full)];
        Landscape low = Restrict(Low, [.. rows.Select(row => row.Low)]);
        Landscape full = Restrict(Full, [.. rows.Select(row => row.Full)]);
        double lowest = gammaSet.WorstRank(low);
        double fullest = gammaSet.WorstRank(full);
        int missing = Low.Count + Full.Count - (2 * rows.Length);
        var sheet = new Sheet(Theme, width, height)
        {
            Title = $"Ranks at {LowName} and at {FullName}",
            Caption = $"{Numbers.Count(rows.Length, "configuration")}. Spearman correlation {Numbers.Score(low.Compare(full, new SpearmanCorrelation()))}, shake-up {Numbers.Score(low.Compare(full, new ShakeUp()))}, similarity of the best {Numbers.Percent(Gamma)} {Numbers.Score(low.Compare(full, gammaSet))} (both divided by either)."
                + (missing > 0 ? $" {Numbers.Count(missing, "configuration")} in one landscape only." : "") + Thinning.Remark(rows.Length),
        };
        Plot plot = sheet.Add($"rank at {LowName}, % (0 = best)", $"rank at {FullName}, % (0 = best)");
        double[] x = [.. low.Ranks.ToArray().Select(Percent)];
        double[] y = [.. full.Ranks.ToArray().Select(Percent)];
        int[] drawn = Thinning.Rows(rows.Length);
        LinePlot diagonal = plot.Add.Line(0, 0, 100, 100);
        diagonal.LineStyle = new LineStyle(1, sheet.Muted.WithAlpha(0.6));
        string best = $"best {Numbers.Percent(Gamma)}";
        Draw(drawn.Where(i => low.Ranks[i] > lowest && full.Ranks[i] > fullest), "other", MarkerShape.FilledCircle, sheet.Muted, 0.35);
        Draw(drawn.Where(i => low.Ranks[i] <= lowest && full.Ranks[i] > fullest), $"{best} at {LowName} only", MarkerShape.FilledTriangleUp, sheet.Group(1), 0.8);
        Draw(drawn.Where(i => low.Ranks[i] > lowest && full.Ranks[i] <= fullest), $"{best} at {FullName} only", MarkerShape.FilledSquare, sheet.Group(0), 0.8);
        Draw(drawn.Where(i => low.Ranks[i] <= lowest && full.Ranks[i] <= fullest), $"{best} at both", MarkerShape.FilledDiamond, sheet.Group(2), 0.9);
        plot.Add.VerticalLine(Percent(lowest), 1, sheet.Muted, LinePattern.Dashed);
        plot.Add.HorizontalLine(Percent(fullest), 1, sheet.Muted, LinePattern.Dashed);
        sheet.Key.Add(new KeyEntry("same rank at both", Line: diagonal.LineStyle));
        plot.Axes.SetLimits(-2, 102, -2, 102);
        return sheet;

        double Percent(double rank) => rows.Length == 1 ? 0 : 100 * (rank - 1) / (rows.Length - 1);

        void Draw(IEnumerable<int> points, string text, MarkerShape shape, Color color, double alpha)
        {
            Coordinates[] places = [.. points.Select(i => new Coordinates(x[i], y[i]))];
            if (places.Length > 0)
                plot.Add.Markers(places).MarkerStyle = new MarkerStyle(shape, drawn.Length > 2000 ? 4 : 6, color.WithAlpha(alpha));
            sheet.Key.Add(new KeyEntry(text, new MarkerStyle(shape, 8, color)));
        }
    }

    private static IEnumerable<(int Low, int Full)> CommonRows(Landscape low, Landscape full) =>
        Enumerable.Range(0, low.Count).Select(row => (row, full.Graph.Vertex(low.Graph.Cell(row)))).Where(pair => pair.Item2 >= 0);

    private static Landscape Restrict(Landscape landscape, int[] rows) => rows.Length == landscape.Count
        ? landscape
        : Landscape.Create(landscape.Space, rows.Select(row => landscape.Graph.Cell(row)).ToArray(), rows.Select(row => landscape.Fitness[row]).ToArray(), landscape.Objective);
}
