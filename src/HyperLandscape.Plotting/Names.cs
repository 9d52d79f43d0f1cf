using ScottPlot;
using ScottPlot.TickGenerators;

namespace HyperLandscape.Plotting;

/// <summary>Names in place of numbers along an axis.</summary>
internal static class Names
{
    private const float Longest = 110;

    /// <summary>Names 0, 1, ... below a panel: level if they fit side by side, otherwise upright and shortened.</summary>
    public static void Below(Plot plot, IReadOnlyList<string> names, float room)
    {
        float slot = room / names.Count;
        bool level = names.All(name => Lettering.Width(name, Sheet.SmallSize) <= slot - 6);
        string[] fitted = [.. names.Select(name => Lettering.Fit(name, level ? slot : Longest, Sheet.SmallSize))];
        Set(plot.Axes.Bottom, fitted, Spacing(names.Count, level ? float.MaxValue : room));
        if (level)
            return;
        plot.Axes.Bottom.TickLabelStyle.Rotation = -90;
        plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
        plot.Axes.Bottom.MinimumSize = fitted.Max(name => Lettering.Width(name, Sheet.SmallSize)) + 12;
    }

    /// <summary>Names from the top down, left of a panel; 0 is the uppermost.</summary>
    public static void Beside(Plot plot, IReadOnlyList<string> names, float longest, float room)
    {
        string[] fitted = [.. names.Select(name => Lettering.Fit(name, longest, Sheet.SmallSize))];
        Set(plot.Axes.Left, [.. fitted.Reverse()], Spacing(names.Count, room));
    }

    /// <summary>Each how many names one is written, so that they do not overlap.</summary>
    public static int Spacing(int count, float room) => Math.Max(1, (int)Math.Ceiling(count * (Sheet.SmallSize + 1) / room));

    private static void Set(IAxis axis, string[] names, int spacing)
    {
        var ticks = new NumericManual { MaxTickCount = int.MaxValue };
        for (int i = 0; i < names.Length; i += spacing)
            ticks.AddMajor(i, names[i]);
        axis.TickGenerator = ticks;
        axis.TickLabelStyle.FontName = SystemFonts.NameFor(string.Concat(names));
    }
}
