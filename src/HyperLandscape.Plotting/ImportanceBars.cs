using HyperLandscape.Metrics;
using ScottPlot;
using ScottPlot.Plottables;

namespace HyperLandscape.Plotting;

/// <summary>
/// Which hyperparameters the fitness depends on: a bar per hyperparameter and per interaction, as long as its share of the
/// variance, the largest first; see <see cref="VarianceDecomposition"/>. As many as there is room for, the rest as one bar,
/// and last what is not told apart.
/// </summary>
/// <param name="Decomposition">The shares.</param>
public sealed record ImportanceBars(VarianceDecomposition Decomposition) : Picture
{
    private const float Row = 22;
    private const float LabelRoom = 56;

    private protected override Sheet Compose(int width, int height)
    {
        VarianceShare[] shares = Decomposition.Shares.ToArray();
        bool undefined = double.IsNaN(shares[0].Share);
        var bars = new List<(string Name, double Share, int Group)>(shares.Select(share => (string.Join(" × ", share.Hyperparameters), share.Share, share.Hyperparameters.Count == 1 ? 0 : 1)));
        bool hasRest = Decomposition.Remainder > 5e-4;
        int room = Math.Max(3, (int)((height - 150) / Row)) - (hasRest ? 1 : 0);
        if (bars.Count > room)
        {
            int others = bars.Count - room + 1;
            double sum = bars.Skip(room - 1).Sum(bar => bar.Share);
            bars.RemoveRange(room - 1, others);
            bars.Add(($"{others} smaller ones", sum, 2));
        }

        if (hasRest)
            bars.Add((Decomposition.IsExact ? $"interactions of more than {Decomposition.Order}" : "not explained by the fit", Decomposition.Remainder, 2));
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "Importance of the hyperparameters",
            Caption = (undefined ? "The fitness is constant: there is no variance to share. " : "")
                + (Decomposition.IsExact ? "Shares of the variance of the fitness (functional ANOVA), exact on this complete grid." : $"Shares of the variance of the fitness (functional ANOVA), by least squares on a sample: the effects explain {Numbers.Percent(Decomposition.ExplainedShare)} of what is known."),
        };
        Draw(sheet, bars, width, height);
        return sheet;
    }

    private static void Draw(Sheet sheet, List<(string Name, double Share, int Group)> bars, int width, int height)
    {
        Color[] colors = [sheet.Group(0), sheet.Group(4), sheet.Muted];
        string[] meanings = ["a hyperparameter alone", "an interaction", "the rest"];
        Plot plot = sheet.Add("share of the variance, %");
        for (int i = 0; i < bars.Count; i++)
        {
            double share = 100 * bars[i].Share;
            int place = bars.Count - 1 - i;
            if (double.IsFinite(share))
            {
                var bar = new Bar { Position = place, Value = share, Size = 0.72, FillColor = colors[bars[i].Group], LineWidth = 0 };
                plot.Add.Bar(bar).Horizontal = true;
            }

            Text text = Label(plot, double.IsFinite(share) ? Numbers.Percent(share / 100) : "undefined", double.IsFinite(share) ? share : 0, place, sheet);
            text.OffsetX = 6;
        }

        foreach (int group in bars.Select(bar => bar.Group).Distinct().Order())
            sheet.Key.Add(new KeyEntry(meanings[group], new MarkerStyle(MarkerShape.FilledSquare, 11, colors[group])));
        plot.Grid.YAxisStyle.IsVisible = false;
        Names.Beside(plot, [.. bars.Select(bar => bar.Name)], width * 0.38f, height - 150);
        double most = bars.Max(bar => double.IsFinite(bar.Share) ? 100 * bar.Share : 0);
        float panel = Math.Max(2 * LabelRoom, (width * 0.62f) - 60);
        plot.Axes.SetLimits(0, most > 0 ? most * panel / (panel - LabelRoom) : 100, -0.6, bars.Count - 0.4);
    }

    private static Text Label(Plot plot, string content, double x, double y, Sheet sheet)
    {
        Text text = plot.Add.Text(content, x, y);
        text.LabelFontName = SystemFonts.NameFor(content);
        text.LabelFontSize = Sheet.SmallSize;
        text.LabelFontColor = sheet.Ink;
        text.LabelAlignment = Alignment.MiddleLeft;
        return text;
    }
}
