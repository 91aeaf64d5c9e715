namespace Kiln.Contracts.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("bill_length_mm", "BillLengthMm")]
    [InlineData("monthly charges ($)", "MonthlyCharges")]
    [InlineData("monthlyCharges", "MonthlyCharges")]
    [InlineData("MonthlyCharges", "MonthlyCharges")]
    [InlineData("DEP_DELAY", "DepDelay")]
    [InlineData("ID", "Id")]
    [InlineData("customerID", "CustomerID")]
    [InlineData("X", "X")]
    [InlineData("2nd floor", "_2ndFloor")]
    [InlineData("temp 1.5", "Temp1_5")]
    [InlineData("temp 15", "Temp15")]
    [InlineData("größe", "Größe")]
    [InlineData("gro\u0308ße", "Gro\u0308ße")]
    [InlineData("ışık", "ışık")]
    [InlineData("i", "I")]
    [InlineData("日本語", "日本語")]
    [InlineData("имя_клиента", "ИмяКлиента")]
    [InlineData("हिन्दी", "हिन्दी")]
    [InlineData("class", "Class")]
    [InlineData("zero\u200dwidth", "ZeroWidth")]
    [InlineData("\ud83d\ude00 mood", "Mood")]
    [InlineData("???", "Column")]
    [InlineData("", "Column")]
    [InlineData("_", "Column")]
    [InlineData("__x__", "X")]
    public void A_header_becomes_a_property(string header, string name)
    {
        Assert.Equal(name, Identifier.FromHeader(header));
        Assert.True(Identifier.IsValid(name));
    }

    [Theory]
    [InlineData("Month-to-month", "MonthToMonth")]
    [InlineData("PHL", "PHL")]
    [InlineData("HIGH RISK", "HighRisk")]
    [InlineData("1", "_1")]
    [InlineData("-1", "Minus1")]
    [InlineData("1-2", "_1_2")]
    [InlineData("A+", "APlus")]
    [InlineData("A-", "AMinus")]
    [InlineData("<=50K", "AtMost50K")]
    [InlineData(">50K", "Above50K")]
    [InlineData(">= 5", "AtLeast5")]
    [InlineData("< 5", "Below5")]
    [InlineData("", "Empty")]
    [InlineData("  ", "Empty")]
    [InlineData("-", "Minus")]
    [InlineData("?", "Value")]
    public void A_value_becomes_a_member_with_its_signs_spelled_out(string value, string name)
    {
        Assert.Equal(name, Identifier.FromValue(value));
        Assert.True(Identifier.IsValid(name));
    }

    [Fact]
    public void Half_a_surrogate_pair_breaks_nothing()
    {
        Assert.Equal("AB", Identifier.FromHeader("a\ud800b"));
        Assert.Equal("Value", Identifier.FromValue("\udc00"));
    }

    [Fact]
    public void Any_text_gives_a_name()
    {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(12)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x250 : 0x10000))]);
            Assert.True(Identifier.IsValid(Identifier.FromHeader(text)));
            Assert.True(Identifier.IsValid(Identifier.FromValue(text)));
        }
    }

    [Fact]
    public void Names_are_made_different_with_few_changes()
    {
        Assert.Equal(["A", "A3", "A2", "B1", "B1_2", "EqualsValue", "A4"], Identifier.Distinct(["A", "A", "A2", "B1", "B1", "Equals", "A"], ["Equals"]));
        Assert.Equal(["EqualsValue2", "EqualsValue"], Identifier.Distinct(["Equals", "EqualsValue"], ["Equals"]));
        Assert.Equal(["Ab", "AB2"], Identifier.Distinct(["Ab", "AB"], [], StringComparer.OrdinalIgnoreCase));
        Assert.Equal(["A", "Input2Value", "A2"], Identifier.FromHeaders(["a", "input2", "A"], "Input2"));
    }

    [Fact]
    public void Long_texts_give_names_of_a_length_that_the_compiler_takes_and_all_different()
    {
        var names = Identifier.FromHeaders(["A", "B", "B"], []).Concat(Identifier.FromHeaders([Long + "a", Long + "b", Long, "x"])).ToList();

        Assert.Equal(["A", "B", "B2", Cut, Cut + "2", Cut + "3", "X"], names);
        Assert.Equal(Cut, Identifier.FromValue(Long));
        Assert.All(names, name => Assert.True(Identifier.IsValid(name) && name.Length <= Identifier.Longest));
    }

    static readonly string Long = new('语', 2_000);

    static readonly string Cut = new('语', 128);

    [Fact]
    public void Many_equal_names_are_made_different()
    {
        var names = Identifier.FromHeaders(Enumerable.Repeat("x", 2_000).Concat(Enumerable.Range(0, 2_000).Select(i => $"x{i}")));
        Assert.Equal(4_000, names.Distinct().Count());
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("_1", true)]
    [InlineData("class", true)]
    [InlineData("größe", true)]
    [InlineData("", false)]
    [InlineData("1a", false)]
    [InlineData("a b", false)]
    [InlineData("@a", false)]
    [InlineData("a\u200db", false)]
    [InlineData("a-b", false)]
    public void Identifiers_are_known(string name, bool valid) => Assert.Equal(valid, Identifier.IsValid(name));
}
