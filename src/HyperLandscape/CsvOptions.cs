using HyperLandscape.Graphs;
using HyperLandscape.Spaces;
using HyperLandscape.Tables;

namespace HyperLandscape;

/// <summary>How a table is read, where the defaults do not fit.</summary>
/// <remarks>
/// Without options a column of numbers is ordinal with the numbers as levels, in their order; one with the two values
/// true and false (in any case) or 0 and 1 is boolean; one of text is categorical. A column that mixes numbers and text
/// or that differs in nearly every row is refused until it is named here. A column named as a hyperparameter is one
/// even if the pattern of the fitness matches its name.
/// </remarks>
public sealed record CsvOptions
{
    /// <summary>Columns to leave out, such as seconds, seeds and identifiers.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Hyperparameters without an order, such as categories coded as integers; the values are those in the data.</summary>
    public IReadOnlyList<string> Categorical { get; init; } = [];

    /// <summary>Hyperparameters whose values are numbers in their order, such as 0 and 1 meant as counts; the levels are those in the data.</summary>
    public IReadOnlyList<string> Ordinal { get; init; } = [];

    /// <summary>Hyperparameters that are true or false, or 1 or 0.</summary>
    public IReadOnlyList<string> Boolean { get; init; } = [];

    /// <summary>
    /// Hyperparameters with all their levels. Any other value is an error. A level that never occurs in the data exists:
    /// the levels beside it are two steps apart. The search space has them in the order of the columns.
    /// </summary>
    public IReadOnlyList<Hyperparameter> Hyperparameters { get; init; } = [];

    /// <summary>
    /// Hyperparameters that are active in some configurations only, such as the gamma of one kernel. A value that is
    /// missing, None, null, NA, NaN or inactive means that it is not active, which is a level of its own; see
    /// <see cref="SearchSpace.Conditional"/> for what is then adjacent. The space lists the configurations of the table.
    /// They may be named under another option as well.
    /// </summary>
    public IReadOnlyList<string> Conditional { get; init; } = [];

    /// <summary>
    /// Continuous hyperparameters whose values are put into bins, which makes a grid of scattered trials. Say by
    /// <see cref="Duplicates"/> how trials in one cell are combined.
    /// </summary>
    public IReadOnlyList<Binning> Bins { get; init; } = [];

    /// <summary>What becomes of a configuration that occurs in several rows; by default it is an error.</summary>
    public Duplicates Duplicates { get; init; } = Duplicates.Refuse;

    /// <summary>Up to which difference neighbours are neutral; by default only exact ties are.</summary>
    public Tolerance Tolerance { get; init; }

    /// <summary>
    /// Which configurations are adjacent; by default <see cref="GridNeighborhood"/>. <see cref="NearestNeighborhood"/> is
    /// for trials scattered over continuous hyperparameters: then a column of numbers may differ in every row.
    /// </summary>
    public INeighborhood Neighborhood { get; init; } = new GridNeighborhood();

    /// <summary>
    /// What stands between fields, an ASCII character; null, the default, is comma, semicolon or tab, whichever occurs
    /// most often in the header.
    /// </summary>
    /// <exception cref="ArgumentException">The character is not ASCII, or a quote or the end of a line.</exception>
    public char? Separator
    {
        get;
        init => field = value is null || (char.IsAscii(value.Value) && value is not ('"' or '\r' or '\n'))
            ? value
            : throw new ArgumentException("The separator must be an ASCII character other than a quote or the end of a line.", nameof(value));
    }

    internal ColumnChoices ToChoices()
    {
        var choices = new ColumnChoices { IsScattered = Neighborhood is NearestNeighborhood };
        choices.Ignore(Ignore);
        choices.Declare(Categorical, HyperparameterKind.Categorical);
        choices.Declare(Ordinal, HyperparameterKind.Ordinal);
        choices.Declare(Boolean, HyperparameterKind.Boolean);
        choices.Declare(Hyperparameters);
        choices.Declare(Bins);
        choices.MayBeInactive(Conditional);
        return choices;
    }
}
