using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Testing;

namespace Kiln.Generators.Tests;

public sealed class NameTests
{
    /// <summary>Headers as they come, with the contract's properties as inference makes them.</summary>
    static Column[] FromHeaders(params string[] headers) =>
        [.. headers.Zip(Identifier.FromHeaders(headers), (header, property) => Columns.Number(header, nullable: true).Named(property))];

    [Fact]
    public void Headers_and_categories_of_any_length_compile()
    {
        string[] texts = [.. new[] { "", "a", "b" }.Select(ending => new string('语', 2_000) + ending)];

        var shown = StandIn.Project
            .Contract("data", [.. FromHeaders(texts), Columns.Category(new string('l', 3_000), texts).Named(Identifier.FromHeader(new string('l', 3_000)))])
            .Source($"[Kiln.Model(\"data\", Label = \"{new string('l', 3_000)}\", Version = \"1.0.0\")] partial class M;")
            .Source("static class Script { static string Run() => $\"{typeof(M.Input).GetProperties().Length} features\"; }", "/project/Script.cs")
            .Generate().Run();

        Assert.Equal("3 features", shown);
    }

    [Fact]
    public void Any_header_becomes_a_property_and_stays_readable_as_a_constant()
    {
        string[] headers =
        [
            "class", "namespace", "größe", "Größe", "日本語", "имя", "1st", "a b", "a-b", "a_b", "A.B", "", "???", "\"quoted\"", "back\\slash", "tab\t", "new\nline",
            "<x> & y", "\ud83d\ude00", "null\0", "{0}", "// */", "ıİ",
        ];
        var shown = StandIn.Project
            .Contract("data", [.. FromHeaders(headers), Columns.Number("label!")])
            .Source($$"""
                using System.Linq;
                [Kiln.Model("data", Label = "label!", Version = "1.0.0")]
                partial class M;
                static class Script
                {
                    static string Run() =>
                        typeof(M.Columns).GetFields().Select(f => (string?)f.GetRawConstantValue())
                            .SequenceEqual(new[] { {{string.Join(", ", headers.Append("label!").Select(h => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(h, true)))}} })
                        + " " + string.Join(" ", typeof(App.Datasets.Data).GetProperties().Select(p => p.Name))
                        + " " + typeof(M.Input).GetProperties().Length;
                }
                """).Generate().Run();

        Assert.Equal($"True Class Namespace Größe Größe2 日本語 Имя _1st AB AB2 AB3 AB4 Column Column2 Quoted BackSlash Tab NewLine XY Column3 Null _0 Column4 Iİ Label {headers.Length}"
            .Replace("Iİ", "ıİ"), shown);
    }

    [Fact]
    public void Properties_keep_clear_of_what_every_type_has()
    {
        string[] properties =
        [
            "Input", "Prediction", "Columns", "Predict", "Info", "Load", "Dispose", "Equals", "ToString", "GetHashCode", "GetType", "Deconstruct", "EqualityContract",
            "PrintMembers", "Clone", "MemberwiseClone", "ReferenceEquals", "Finalize", "M", "Data", "class", "record", "field", "value", "var", "_", "__", "String", "System", "Kiln",
            "EqualsValue", "global",
        ];
        var shown = StandIn.Project
            .Contract("data", [.. properties.Select((property, i) => Columns.Integer($"c{i}").Named(property)), Columns.Number("y")])
            .Source($$"""
                using System.Linq;
                [Kiln.Model("data", Label = "y", Version = "1.0.0")]
                partial class M;
                static class Script
                {
                    static string Names(System.Type type) => string.Join(" ", type.GetProperties().Select(p => p.Name)
                        .Concat(type.GetFields().Select(f => f.Name)).Except(new[] { {{string.Join(", ", properties.Select(p => $"\"{p}\""))}}, "Y" }));
                    static string Run() => $"{Names(typeof(M.Input))}\n{Names(typeof(App.Datasets.Data))}\n{Names(typeof(M.Columns))}";
                }
                """).Generate().Run();

        const string always = "EqualsValue2 ToStringValue GetHashCodeValue GetTypeValue DeconstructValue EqualityContractValue PrintMembersValue CloneValue MemberwiseCloneValue ReferenceEqualsValue FinalizeValue";
        Assert.Equal($"InputValue {always}\n{always} DataValue\nColumnsValue {always}", shown);
    }

    [Theory]
    [InlineData("My.App", "My.App.Datasets")]
    [InlineData("My-App.1st", "My_App._1st.Datasets")]
    [InlineData("my app", "my_app.Datasets")]
    [InlineData("class.new", "class.new.Datasets")]
    [InlineData("", "Datasets")]
    [InlineData("..", "Datasets")]
    public void Any_root_namespace_holds_the_datasets(string root, string space)
    {
        var shown = StandIn.Project
            .Property("RootNamespace", root)
            .Contract("telco_churn", Columns.Number("x"))
            .Source("""
                using System.Linq;
                static class Script
                {
                    static string Run() => typeof(Script).Assembly.GetTypes().Single(t => t.Name == "TelcoChurn").Namespace!;
                }
                """).Generate().Run();

        Assert.Equal(space, shown);
    }

    [Fact]
    public void Datasets_that_clean_to_one_name_are_told_apart()
    {
        var shown = StandIn.Project
            .Contract("a b", Columns.Number("x").Named("AB2"))
            .Contract("a-b", Columns.Number("x").Named("AB2"))
            .Contract("Ab", Columns.Number("x"))
            .Contract("churn", Columns.Number("churn"))
            .Source("""
                using System.Linq;
                static class Script
                {
                    static string Run() => string.Join(", ", typeof(Script).Assembly.GetTypes().Where(t => t.Namespace == "App.Datasets")
                        .OrderBy(t => t.Name, System.StringComparer.Ordinal).Select(t => t.Name + "." + t.GetProperties().Single(p => p.Name != "EqualityContract").Name));
                }
                """).Generate().Run();

        Assert.Equal("AB2.AB2Value, AB3.AB2, Ab.X, Churn.ChurnValue", shown);
    }
}
