using System.Globalization;

namespace HyperLandscape;

/// <summary>
/// Up to which difference two fitness values count as equal (neutral): |f(a) - f(b)| &lt;= tolerance, a plain
/// comparison. Given in units of the fitness or relative to the landscape it is applied to. The default is exact
/// equality, <c>Tolerance.Absolute(0)</c>.
/// </summary>
public readonly record struct Tolerance
{
    private readonly double amount;
    private readonly Unit unit;

    private Tolerance(double amount, Unit unit)
    {
        if (!(amount >= 0 && double.IsFinite(amount)))
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "A tolerance is a finite number, zero or larger.");
        this.amount = amount;
        this.unit = unit;
    }

    private enum Unit
    {
        Fitness,
        Range,
        InterquartileRange,
        StandardError,
    }

    /// <summary>A difference in units of the fitness. The paper uses 0.001 on accuracies.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The difference is negative or not finite.</exception>
    public static Tolerance Absolute(double difference) => new(difference, Unit.Fitness);

    /// <summary>A fraction of the range of the fitness, largest minus smallest value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is negative or not finite.</exception>
    public static Tolerance OfRange(double fraction) => new(fraction, Unit.Range);

    /// <summary>A fraction of the interquartile range of the fitness (quartiles interpolated linearly), which outliers do not move.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is negative or not finite.</exception>
    public static Tolerance OfInterquartileRange(double fraction) => new(fraction, Unit.InterquartileRange);

    /// <summary>
    /// A multiple of the standard error of the fitness, from configurations that were run repeatedly: the root mean
    /// square of <see cref="Landscape.StandardErrors"/>. A landscape without repeated runs has none, and resolving throws.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The multiple is negative or not finite.</exception>
    public static Tolerance OfStandardError(double multiple) => new(multiple, Unit.StandardError);

    /// <summary>A plain number is an absolute tolerance.</summary>
    public static implicit operator Tolerance(double difference) => Absolute(difference);

    /// <summary>The tolerance in units of a landscape's fitness. O(1) if absolute, otherwise O(n) or O(n log n).</summary>
    /// <exception cref="InvalidOperationException">It is relative to the standard error and the landscape has no repeated runs.</exception>
    public double Resolve(Landscape landscape) => Resolve(landscape.Fitness, landscape.StandardErrors);

    /// <summary>For example <c>0.001</c> or <c>1% of the range</c>.</summary>
    public override string ToString() => unit switch
    {
        Unit.Range => string.Create(CultureInfo.InvariantCulture, $"{amount * 100:G6}% of the range"),
        Unit.InterquartileRange => string.Create(CultureInfo.InvariantCulture, $"{amount * 100:G6}% of the interquartile range"),
        Unit.StandardError => string.Create(CultureInfo.InvariantCulture, $"{amount:G6} standard errors"),
        _ => amount.ToString("G6", CultureInfo.InvariantCulture),
    };

    internal double Resolve(ReadOnlySpan<double> fitness, ReadOnlySpan<double> standardErrors) => unit switch
    {
        Unit.Range => amount * FitnessSpread.Range(fitness),
        Unit.InterquartileRange => amount * FitnessSpread.InterquartileRange(fitness),
        Unit.StandardError => amount * FitnessSpread.PooledStandardError(standardErrors),
        _ => amount,
    };
}
