namespace HyperLandscape.Graphs;

/// <summary>
/// Sums over all edges and arcs of a landscape from which correlations along edges follow. Values x are measured from
/// a common center, so that nothing cancels. An arc leads from the worse to the better end of an edge.
/// </summary>
internal record struct EdgeSums
{
    /// <summary>Sum of degrees: every edge counted from both ends.</summary>
    public double Degrees;

    /// <summary>Number of improving arcs.</summary>
    public double Arcs;

    /// <summary>Number of neutral edges, counted from both ends.</summary>
    public double Neutral;

    /// <summary>Sum over vertices of degree * x.</summary>
    public double DegreeX;

    /// <summary>Sum over vertices of degree * x^2.</summary>
    public double DegreeXX;

    /// <summary>Sum over edges, from both ends, of x * y.</summary>
    public double XY;

    /// <summary>Sum of x over the sources of arcs.</summary>
    public double Source;

    /// <summary>Sum of x^2 over the sources of arcs.</summary>
    public double SourceSquared;

    /// <summary>Sum of x over the targets of arcs.</summary>
    public double Target;

    /// <summary>Sum of x^2 over the targets of arcs.</summary>
    public double TargetSquared;

    /// <summary>Sum over arcs of source x * target x.</summary>
    public double SourceTarget;

    public static EdgeSums operator +(EdgeSums a, EdgeSums b) => new()
    {
        Degrees = a.Degrees + b.Degrees,
        Arcs = a.Arcs + b.Arcs,
        Neutral = a.Neutral + b.Neutral,
        DegreeX = a.DegreeX + b.DegreeX,
        DegreeXX = a.DegreeXX + b.DegreeXX,
        XY = a.XY + b.XY,
        Source = a.Source + b.Source,
        SourceSquared = a.SourceSquared + b.SourceSquared,
        Target = a.Target + b.Target,
        TargetSquared = a.TargetSquared + b.TargetSquared,
        SourceTarget = a.SourceTarget + b.SourceTarget,
    };

    /// <summary>
    /// Adds one vertex from what its neighbours sum up to. Sources and targets of arcs are counted per vertex, by how
    /// many of its neighbours are better and how many worse, which is the same sum in another order.
    /// </summary>
    public void Add(double x, double degree, double better, double neutral, double neighborSum, double betterSum)
    {
        double worse = degree - better - neutral;
        Degrees += degree;
        Arcs += better;
        Neutral += neutral;
        DegreeX += degree * x;
        DegreeXX += degree * x * x;
        XY += x * neighborSum;
        Source += better * x;
        SourceSquared += better * x * x;
        Target += worse * x;
        TargetSquared += worse * x * x;
        SourceTarget += x * betterSum;
    }

    /// <summary>Pearson correlation of the values at the two ends of an edge, every edge in both orientations.</summary>
    public readonly double EdgeCorrelation()
    {
        double spread = DegreeXX - (DegreeX * DegreeX / Degrees);
        return Degrees > 0 && Varies(spread, DegreeXX) ? (XY - (DegreeX * DegreeX / Degrees)) / spread : double.NaN;
    }

    /// <summary>Pearson correlation of the values at source and target over all arcs.</summary>
    public readonly double ArcCorrelation()
    {
        double sourceSpread = SourceSquared - (Source * Source / Arcs);
        double targetSpread = TargetSquared - (Target * Target / Arcs);
        if (Arcs < 2 || !Varies(sourceSpread, SourceSquared) || !Varies(targetSpread, TargetSquared))
            return double.NaN;
        return (SourceTarget - (Source * Target / Arcs)) / Math.Sqrt(sourceSpread * targetSpread);
    }

    /// <summary>Whether a sum of squared deviations is more than the rounding of its two terms.</summary>
    private static bool Varies(double spread, double squares) => spread > 1e-13 * squares;
}
