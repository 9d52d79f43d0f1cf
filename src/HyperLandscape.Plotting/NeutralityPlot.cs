using HyperLandscape.Metrics;
using ScottPlot;

namespace HyperLandscape.Plotting;

/// <summary>
/// How neutral a landscape is for every tolerance at once, see <see cref="NeutralityCurve"/>: the mean share of the
/// neighbors whose fitness differs by at most the tolerance, on a logarithmic axis. The left end is the share of exact
/// ties. A line per landscape, at most 21.
/// </summary>
public sealed record NeutralityPlot : Picture
{
    private const int Samples = 600;

    /// <summary>Of one landscape.</summary>
    public NeutralityPlot(Landscape landscape)
        : this(Sets.Of(landscape))
    {
    }

    /// <summary>Of the landscapes of a set.</summary>
    /// <exception cref="ArgumentException">There are more than 21.</exception>
    public NeutralityPlot(LandscapeSet set) => Set = Sets.FewEnough(set);

    /// <summary>The landscapes.</summary>
    public LandscapeSet Set { get; }

    private protected override Sheet Compose(int width, int height)
    {
        NeutralityCurve[] curves = [.. Set.Select(NeutralityCurve.Of)];
        double[] steps = [.. curves.SelectMany(curve => curve.Tolerances.ToArray()).Where(tolerance => tolerance > 0)];
        double most = steps.Length > 0 ? steps.Max() : 1;
        double least = Math.Max(steps.Length > 0 ? steps.Min() / 2 : 0, most / 1e5);
        double[] tolerances = [.. Enumerable.Range(0, Samples).Select(i => least * Math.Pow(most / least, (double)i / (Samples - 1)))];
        tolerances[^1] = most;
        double[] logarithms = [.. tolerances.Select(Math.Log10)];
        int undefined = curves.Count(curve => curve.Tolerances.IsEmpty);
        double standard = new MeanNeutrality().Tolerance.Resolve(Set[0]);
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "Neutrality by tolerance",
            Caption = Sets.Shared(Set) + (Set.Count == 1 ? $"{Set[0]}. " : "")
                + (Set.Count == 1 && undefined == 0 ? $"Exact ties {Numbers.Percent(curves[0].At(0))}. " : "")
                + (undefined > 0 ? $"Of {Numbers.Count(undefined, "landscape")} it is undefined (no neighbors) and not drawn. " : ""),
        };
        Plot plot = sheet.Add("tolerance, in units of the fitness (log scale)", "share of neutral neighbors");
        sheet.AddLines(plot, Set, [.. curves.Select(curve => curve.Tolerances.IsEmpty ? ([], []) : ((double[] Xs, double[] Ys))(logarithms, [.. tolerances.Select(curve.At)]))], markers: false);
        if (standard >= least && standard <= most)
        {
            plot.Add.VerticalLine(Math.Log10(standard), 1.2f, sheet.Muted, LinePattern.Dotted);
            sheet.Key.Add(new KeyEntry($"{Numbers.Tick(standard)}, the usual tolerance", Line: new LineStyle(1.2f, sheet.Muted, LinePattern.Dotted)));
        }

        LogScale.Use(plot.Axes.Bottom, least, most, width / 65);
        plot.Axes.SetLimitsY(0, 1.03);
        return sheet;
    }
}
