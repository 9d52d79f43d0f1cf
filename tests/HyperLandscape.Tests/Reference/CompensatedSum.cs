namespace HyperLandscape.Reference;

/// <summary>Neumaier's sum: exact to about one rounding however many terms there are, so that the reference is not the less precise of the two.</summary>
internal struct CompensatedSum
{
    private double sum;
    private double lost;

    public readonly double Value => sum + lost;

    public void Add(double term)
    {
        double next = sum + term;
        lost += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
        sum = next;
    }

    public static double Of(IEnumerable<double> terms)
    {
        var sum = default(CompensatedSum);
        foreach (double term in terms)
            sum.Add(term);
        return sum.Value;
    }
}
