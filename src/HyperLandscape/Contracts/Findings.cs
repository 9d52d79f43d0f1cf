using System.Globalization;
using System.Text;

namespace HyperLandscape.Contracts;

/// <summary>What was found to break a contract: the first case of every rule.</summary>
internal sealed class Findings(string? name, Type type)
{
    private readonly Dictionary<string, string> failures = [];

    private string Subject { get; } = $"`{(string.IsNullOrWhiteSpace(name) ? type.Name : name)}`";

    /// <summary>Notes a failure, unless the rule has one already.</summary>
    public void Add(string rule, string failure) =>
        failures.TryAdd(rule, $"{Subject} {failure}");

    /// <summary>The answer, or nothing if asking threw, which is noted.</summary>
    public bool Try<T>(string description, Func<T> ask, out T answer)
    {
        try
        {
            answer = ask();
            return true;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            answer = default!;
            Add("exception", $"throws on {description}: {error.GetType().Name}, \"{error.Message}\". Answer every landscape; what is undefined is NaN.");
            return false;
        }
    }

    public void NameIsStable(string again)
    {
        if (string.IsNullOrWhiteSpace(again))
            Add("name", "has no name. Tables tell values apart by name.");
        else if (again != name)
            Add("name", $"changes its name: \"{name}\", then \"{again}\". The name depends on the parameters only.");
    }

    public void Throw(string kind)
    {
        if (failures.Count == 0)
            return;
        var message = new StringBuilder($"{Subject} breaks the contract of {kind}:");
        foreach (string failure in failures.Values)
            message.Append("\n- ").Append(failure);
        throw new ContractException(message.ToString());
    }

    /// <summary>Two different values, with as many digits as it takes to see that.</summary>
    public static string Against(double expected, double actual)
    {
        string format = Text(expected, "G4") == Text(actual, "G4") ? "R" : "G4";
        return $"{Text(expected, format)} against {Text(actual, format)}";
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
