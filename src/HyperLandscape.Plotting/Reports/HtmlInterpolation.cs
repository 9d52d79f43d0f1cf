using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace HyperLandscape.Plotting.Reports;

/// <summary>Makes HTML of an interpolated string: its own text stays, what is put in is escaped. Numbers are invariant.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlInterpolation(int literalLength, int formattedCount)
{
    /// <summary>Letters of all scripts stay readable; only what HTML gives a meaning, and control characters, are escaped.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new(literalLength + (8 * formattedCount));

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(Html html) => text.Append(html.ToString());

    public void AppendFormatted(string? value) => text.Append(Encoder.Encode(value ?? ""));

    public void AppendFormatted(int value, string format = "N0") => text.Append(value.ToString(format, CultureInfo.InvariantCulture));

    public void AppendFormatted(long value, string format = "N0") => text.Append(value.ToString(format, CultureInfo.InvariantCulture));

    public override string ToString() => text.ToString();
}
