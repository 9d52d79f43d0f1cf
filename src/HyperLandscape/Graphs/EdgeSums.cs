namespace HyperLandscape.Graphs;

/// <summary>
/// Sums over all edges and arcs of a landscape from which correlations along edges follow. An arc leads from the worse
/// to the better end of an edge. Values x are measured from <see cref="EdgeCenters"/>, so that nothing cancels.
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
    /// <param name="value">The value of the vertex.</param>
    /// <param name="centers">What values are measured from.</param>
    /// <param name="degree">Number of neighbours.</param>
    /// <param name="better">Number of better neighbours.</param>
    /// <param name="neutral">Number of neutral neighbours.</param>
    /// <param name="neighborSum">Sum over neighbours, measured from the center of targets.</param>
    /// <param name="betterSum">Sum over better neighbours, measured from the center of targets.</param>
    public void Add(double value, EdgeCenters centers, double degree, double better, double neutral, double neighborSum, double betterSum)
    {
        double worse = degree - better - neutral;
        double x = value - centers.Edge;
        double xSource = value - centers.Source;
        double xTarget = value - centers.Target;
        Degrees += degree;
        Arcs += better;
        Neutral += neutral;
        DegreeX += degree * x;
        DegreeXX += degree * x * x;
        XY += x * (neighborSum + (degree * (centers.Target - centers.Edge)));
        Source += better * xSource;
        SourceSquared += better * xSource * xSource;
        Target += worse * xTarget;
        TargetSquared += worse * xTarget * xTarget;
        SourceTarget += xSource * betterSum;
    }

    /// <summary>
    /// Centers from which nothing cancels, if these sums are measured from centers so far from a mean, compared with
    /// the spread about it, that digits are lost: a few diverged runs at 10^6 move the mean of all values far from that
    /// of the targets. Null if the sums are good.
    /// </summary>
    public readonly EdgeCenters? BetterCenters(EdgeCenters centers)
    {
        bool loses = IsOff(Source, SourceSquared, Arcs) || IsOff(Target, TargetSquared, Arcs) || IsOff(DegreeX, DegreeXX, Degrees);
        return loses
            ? new EdgeCenters(centers.Source + Mean(Source, Arcs), centers.Target + Mean(Target, Arcs), centers.Edge + Mean(DegreeX, Degrees))
            : null;
    }

    private static bool IsOff(double sum, double squares, double count) => count > 0 && squares - (sum * sum / count) < 1e-3 * squares;

    private static double Mean(double sum, double count) => count > 0 ? sum / count : 0;

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
