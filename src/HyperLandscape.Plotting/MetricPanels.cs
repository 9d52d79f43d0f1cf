using HyperLandscape.Metrics;
using ScottPlot;

namespace HyperLandscape.Plotting;

/// <summary>
/// The distribution of each metric over a set of landscapes, grouped by one of their labels: a panel per metric, in it
/// per group a box from the lower to the upper quartile with the median, whiskers to the least and the largest value,
/// and a point per landscape. Undefined values are left out and counted over the panel.
/// </summary>
public sealed record MetricPanels : Picture
{
    private const int NarrowestPanel = 170;
    private const int LowestPanel = 110;

    /// <summary>Of the metrics of a set.</summary>
    /// <param name="profile">The metrics, see <see cref="LandscapeMetrics.Profile(LandscapeSet)"/>.</param>
    /// <param name="groupBy">The label name to group by, for example dataset or fidelity.</param>
    /// <exception cref="ArgumentException">There is no such label name.</exception>
    public MetricPanels(LandscapeSetProfile profile, string groupBy)
    {
        Profile = profile;
        GroupBy = groupBy;
        Groups = profile.Set.Values(groupBy);
    }

    /// <summary>The metrics.</summary>
    public LandscapeSetProfile Profile { get; }

    /// <summary>The label name that the landscapes are grouped by.</summary>
    public string GroupBy { get; }

    private IReadOnlyList<string> Groups { get; }

    private protected override Sheet Compose(int width, int height)
    {
        string[] metrics = Profile[0].Names.ToArray();
        int columns = Math.Clamp(Math.Min(width / NarrowestPanel, (int)Math.Ceiling(Math.Sqrt(metrics.Length * (double)width / height))), 1, metrics.Length);
        int rows = (metrics.Length + columns - 1) / columns;
        columns = (metrics.Length + rows - 1) / rows;
        if (height - 80 < rows * LowestPanel)
            throw new ArgumentOutOfRangeException(nameof(height), height, $"{metrics.Length} panels of a readable size need a height of {(rows * LowestPanel) + 80} at this width; enlarge the picture or choose fewer metrics.");

        int label = Profile.Set.LabelNames.Index().First(entry => entry.Item == GroupBy).Index;
        var sheet = new Sheet(Theme, width, height)
        {
            Title = $"Metrics by {GroupBy}",
            Caption = $"{Numbers.Count(Profile.Count, "landscape")}, one point each. Boxes: quartiles and median; whiskers: least and largest value.",
            Columns = columns,
        };
        for (int metric = 0; metric < metrics.Length; metric++)
        {
            double[][] values = [.. Groups.Select(group => Enumerable.Range(0, Profile.Count).Where(i => Profile.Set.Labels(i)[label] == group).Select(i => Profile[i].Values[metric]).ToArray())];
            int undefined = values.Sum(group => group.Count(value => !double.IsFinite(value)));
            Plot plot = sheet.Add(title: metrics[metric] + (undefined > 0 ? $" ({undefined} undefined)" : ""));
            Fill(sheet, plot, values, width / (float)columns);
        }

        return sheet;
    }

    private void Fill(Sheet sheet, Plot plot, double[][] groups, float width)
    {
        plot.Grid.XAxisStyle.IsVisible = false;
        for (int group = 0; group < groups.Length; group++)
        {
            double[] values = [.. groups[group].Where(double.IsFinite).Order()];
            if (values.Length == 0)
                continue;
            Color color = sheet.Group(group);
            ScottPlot.Plottables.BoxPlot box = plot.Add.Box(new Box
            {
                Position = group,
                Width = 0.62,
                LineWidth = 1.5f,
                WhiskerMin = values[0],
                BoxMin = Quantiles.Of(values, 0.25),
                BoxMiddle = Quantiles.Of(values, 0.5),
                BoxMax = Quantiles.Of(values, 0.75),
                WhiskerMax = values[^1],
            });
            box.FillColor = color.WithAlpha(0.22);
            box.LineColor = color;
            plot.Add.Markers(values.Select((value, i) => new Coordinates(group + (0.4 * (Thinning.Scatter(i + 1) - 0.5)), value)).ToArray()).MarkerStyle = new MarkerStyle(MarkerShape.FilledCircle, 4, color.WithAlpha(0.75));
        }

        double[] all = [.. groups.SelectMany(group => group).Where(double.IsFinite)];
        (double low, double high) = all.Length > 0 ? Ranges.Around(all, 0.08) : (0, 1);
        plot.Axes.SetLimits(-0.6, groups.Length - 0.4, low, high);
        Names.Below(plot, Groups, width - 70);
    }
}
