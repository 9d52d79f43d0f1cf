using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using SkiaSharp;

namespace HyperLandscape.Plotting;

/// <summary>The layout that all pictures share: a title, panels in rows, a caption. Text of one size wherever it stands.</summary>
internal sealed class Sheet(PictureTheme theme, int width, int height)
{
    public const float TitleSize = 17;
    public const float TextSize = 13;
    public const float SmallSize = 12;
    private const float Margin = 14;
    private const float LineHeight = 1.35f;

    private readonly List<Plot> plots = [];

    public int Width => width;

    public int Height => height;

    public PictureTheme Theme => theme;

    /// <summary>What the picture shows; over everything.</summary>
    public string Title { get; set; } = "";

    /// <summary>Figures and reading aids; under everything, in as many lines as it needs.</summary>
    public string Caption { get; set; } = "";

    /// <summary>Panels per row.</summary>
    public int Columns { get; set; } = 1;

    public ScottPlot.Color Background { get; } = new(theme.Background);

    public ScottPlot.Color Ink { get; } = new(theme.Text);

    public ScottPlot.Color Muted { get; } = new(theme.MutedText);

    public ScottPlot.Color Grid { get; } = new(theme.Grid);

    /// <summary>Color of a group; they repeat after the last.</summary>
    public ScottPlot.Color Group(int index) => new(theme.Palette[index % theme.Palette.Count]);

    /// <summary>A panel in the colors of the theme, to be filled.</summary>
    public Plot Add(string xLabel, string yLabel, string title = "")
    {
        var plot = new Plot();
        plot.RenderManager.RenderActions.RemoveAll(action => action is ClearCanvas); // it would wipe the panels before
        plot.FigureBackground.Color = Background;
        plot.DataBackground.Color = Background;
        plot.Axes.Color(Muted);
        plot.Axes.FrameColor(Grid);
        plot.Axes.Right.FrameLineStyle.IsVisible = false;
        plot.Axes.Top.FrameLineStyle.IsVisible = false;
        plot.Grid.MajorLineColor = Grid;
        string digits = SystemFonts.NameFor("0");
        foreach (IAxis axis in (IAxis[])[plot.Axes.Bottom, plot.Axes.Left])
        {
            axis.TickLabelStyle.FontName = digits;
            axis.TickLabelStyle.FontSize = SmallSize;
            axis.MinorTickStyle.Length = 0;
            axis.MajorTickStyle.Color = Muted;
        }

        // The library reserves no room for the tick marks themselves.
        ((ScottPlot.AxisPanels.AxisBase)plot.Axes.Left).PaddingBetweenTickAndAxisLabels = new PixelPadding(9, 3);
        Label(plot.Axes.Bottom.Label, xLabel, width / Columns * 0.8f);
        Label(plot.Axes.Left.Label, yLabel, height * 0.6f);
        Label(plot.Axes.Title.Label, title, width / Columns * 0.9f);
        plot.Axes.Title.IsVisible = title.Length > 0;
        plot.Legend.BackgroundColor = Background.WithAlpha(0.85);
        plot.Legend.OutlineColor = Grid;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.FontColor = Ink;
        plot.Legend.FontSize = SmallSize;
        plot.Legend.FontName = digits;
        plots.Add(plot);
        return plot;
    }

    public void Render(SKCanvas canvas)
    {
        canvas.Clear(Background.ToSKColor());
        float top = Margin;
        if (Title.Length > 0)
        {
            top += TitleSize;
            Draw(canvas, Lettering.Fit(Title, width - (2 * Margin), TitleSize, bold: true), top, TitleSize, Ink, bold: true);
            top += Margin / 2;
        }

        IReadOnlyList<string> lines = Lettering.Lines(Caption, width - (2 * Margin), SmallSize);
        float bottom = height - Margin - (lines.Count * SmallSize * LineHeight);
        for (int line = 0; line < lines.Count; line++)
            Draw(canvas, lines[line], bottom + ((line + 0.9f) * SmallSize * LineHeight), SmallSize, Muted, bold: false);

        int rows = (plots.Count + Columns - 1) / Columns;
        for (int i = 0; i < plots.Count; i++)
        {
            float left = width * (i % Columns) / (float)Columns;
            float y = top + ((bottom - top) * (i / Columns) / rows);
            plots[i].Render(canvas, new PixelRect(left, left + (width / (float)Columns), y + ((bottom - top) / rows), y));
        }
    }

    private void Label(LabelStyle label, string text, float room)
    {
        label.FontSize = TextSize;
        label.Bold = false;
        label.ForeColor = Ink;
        Lettering.Write(label, Lettering.Fit(text, room, TextSize));
    }

    private static void Draw(SKCanvas canvas, string text, float baseline, float size, ScottPlot.Color color, bool bold)
    {
        using SKFont font = SystemFonts.Font(text, size, bold);
        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        canvas.DrawText(text, Margin, baseline, SKTextAlign.Left, font, paint);
    }
}
