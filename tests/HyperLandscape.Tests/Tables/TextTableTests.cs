using HyperLandscape.Tables;

namespace HyperLandscape.Tests.Tables;

public sealed class TextTableTests
{
    [Theory]
    [InlineData(-0.0, "0")]
    [InlineData(-1e-9, "-1E-09")]
    [InlineData(-0.5, "-0.5000")]
    [InlineData(-2, "-2")]
    [InlineData(1234.56, "1,234.6")]
    [InlineData(double.NaN, "-")]
    public void Numbers_for_reading(double value, string expected) => Assert.Equal(expected, TextTable.Number(value));

    [Theory]
    [InlineData(-1e-9, "0.00 %")]
    [InlineData(-0.0, "0.00 %")]
    [InlineData(-0.0001, "-0.01 %")]
    [InlineData(0.12345, "12.35 %")]
    [InlineData(1, "100.00 %")]
    [InlineData(double.NaN, "-")]
    public void Shares_for_reading(double share, string expected) => Assert.Equal(expected, TextTable.Percent(share));
}
