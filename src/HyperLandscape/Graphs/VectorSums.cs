using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace HyperLandscape.Graphs;

/// <summary><see cref="EdgeSums"/> in four lanes.</summary>
internal struct VectorSums
{
    private Vector256<double> degrees;
    private Vector256<double> arcs;
    private Vector256<double> neutral;
    private Vector256<double> degreeX;
    private Vector256<double> degreeXX;
    private Vector256<double> xy;
    private Vector256<double> source;
    private Vector256<double> sourceSquared;
    private Vector256<double> target;
    private Vector256<double> targetSquared;
    private Vector256<double> sourceTarget;

    /// <summary>As <see cref="EdgeSums.Add"/>, for four vertices; lanes that are not present count nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Vector256<double> value, Vector256<double> present, EdgeCenters centers, Vector256<double> degree, Vector256<double> better, Vector256<double> same, Vector256<double> neighborSum, Vector256<double> betterSum)
    {
        Vector256<double> worse = degree - better - same;
        Vector256<double> x = (value - Vector256.Create(centers.Edge)) & present;
        Vector256<double> xSource = (value - Vector256.Create(centers.Source)) & present;
        Vector256<double> xTarget = (value - Vector256.Create(centers.Target)) & present;
        Vector256<double> degreeTimesX = degree * x;
        Vector256<double> betterTimesX = better * xSource;
        Vector256<double> worseTimesX = worse * xTarget;
        degrees += degree;
        arcs += better;
        neutral += same;
        degreeX += degreeTimesX;
        degreeXX += degreeTimesX * x;
        xy += x * (neighborSum + (degree * Vector256.Create(centers.Target - centers.Edge)));
        source += betterTimesX;
        sourceSquared += betterTimesX * xSource;
        target += worseTimesX;
        targetSquared += worseTimesX * xTarget;
        sourceTarget += xSource * betterSum;
    }

    /// <summary>Adds up the lanes, in a fixed order.</summary>
    public readonly EdgeSums Reduce() => new()
    {
        Degrees = Total(degrees),
        Arcs = Total(arcs),
        Neutral = Total(neutral),
        DegreeX = Total(degreeX),
        DegreeXX = Total(degreeXX),
        XY = Total(xy),
        Source = Total(source),
        SourceSquared = Total(sourceSquared),
        Target = Total(target),
        TargetSquared = Total(targetSquared),
        SourceTarget = Total(sourceTarget),
    };

    private static double Total(Vector256<double> lanes) => lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
}
