using Kiln.Testing;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Host.References;

namespace Kiln.Host.Tests.References;

/// <summary>What changes the fingerprint of a referenced project's code, and what must not.</summary>
public sealed class ReachedCodeTests : IDisposable
{
    const string Helper = """
        namespace Shop;

        public static class Features
        {
            static readonly float Scale = 2.5f;

            public static string[] Names(string kind, int count)
            {
                var names = new List<string>();
                for (var i = 0; i < count && i != 7; i++)
                {
                    if (i % 2 == 0 || kind == null)
                        names.Add("even" + i);
                    else if (i > 3 && kind.Length >= 2)
                        names.Add(Spell(kind, i));
                }
                foreach (var name in names.Where(name => name.Length > count))
                    Console.WriteLine(name);
                while (true)
                {
                    if (names.Count <= 10)
                        break;
                    names.RemoveAt(0);
                }
                return names.Select(name => name + kind).Concat(Numbers(3)).ToArray();
            }

            static string Spell(string kind, int i)
            {
                switch (kind)
                {
                    case "one": return "1";
                    case "two": return "2";
                    case "three": return "3";
                    case "four": return "4";
                    case "five": return "5";
                    case "six": return "6";
                    case "seven": return "7";
                    case "eight": return Local(8);
                    default: return i < 0 ? "less" : new Row { Size = i * Scale / 3 }.ToString();
                }

                string Local(int n) => n == 8 ? "8" : null;
            }

            static IEnumerable<string> Numbers(int last)
            {
                var prefix = "n";
                for (var i = 0; i < last; i++)
                    yield return prefix + i;
            }

            public static int Unrelated() => 5;
        }

        public class Row : Base
        {
            public float Size { get; set; }

            public override string ToString() => Size.ToString() + Word();
        }

        public abstract class Base
        {
            [System.ComponentModel.Description("x")]
            public string Name = "row";

            protected virtual string Word() => Name ?? "none";
        }
        """;

    readonly string _folder = Directory.CreateTempSubdirectory("kiln references ").FullName;
    int _compiled;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Debug_and_Release_are_one() => Assert.Equal(Of(Helper), Of(Helper, optimize: true));

    [Theory]
    [InlineData("public static class Features", "/// <summary>Comment.</summary>\n\n    public   static class Features")]
    [InlineData("Unrelated() => 5", "Unrelated() => new List<int> { 6 }.Select(x => x + 1).Count()")]
    [InlineData("public static int Unrelated", "public static int Before(int n) => new[] { 1 }.Count(x => x == n);\n    public static int Unrelated")]
    [InlineData("static readonly float Scale", "public static void First(int n) { Action a = () => Console.WriteLine(n); a(); }\n    static readonly float Scale")]
    [InlineData("names.Add(\"even\" + i)", "names.Add(\"even\" + i) /* layout */ ")]
    public void What_is_not_reached_changes_nothing(string text, string replacement) =>
        Assert.Equal(Of(Helper), Of(Replaced(text, replacement)));

    [Theory]
    [InlineData("\"even\"", "\"odd\"")]
    [InlineData("i % 2 == 0 ||", "i % 2 != 0 ||")]
    [InlineData("== 0 || kind", "== 0 && kind")]
    [InlineData("i > 3", "i >= 3")]
    [InlineData("i > 3", "i < 3")]
    [InlineData("i > 3", "i > 4")]
    [InlineData("kind.Length >= 2", "kind.Length < 2")]
    [InlineData("i != 7", "i == 7")]
    [InlineData("kind == null", "kind != null")]
    [InlineData("2.5f", "2.25f")]
    [InlineData("name.Length > count", "name.Length < count")]
    [InlineData("name + kind", "kind + name")]
    [InlineData("i * Scale", "i + Scale")]
    [InlineData("case \"two\": return \"2\"", "case \"two\": return \"II\"")]
    [InlineData("case \"two\"", "case \"2\"")]
    [InlineData("n == 8", "n == 9")]
    [InlineData("prefix = \"n\"", "prefix = \"m\"")]
    [InlineData("i < last", "i <= last")]
    [InlineData("Name ?? \"none\"", "Name ?? \"nothing\"")]
    [InlineData("Description(\"x\")", "Description(\"y\")")]
    [InlineData("Name = \"row\"", "Name = \"line\"")]
    [InlineData("Size.ToString() + Word()", "Word() + Size.ToString()")]
    public void What_is_reached_changes_it_in_either_configuration(string text, string replacement)
    {
        var changed = Replaced(text, replacement);

        Assert.NotEqual(Of(Helper), Of(changed));
        Assert.Equal(Of(changed), Of(changed, optimize: true));
    }

    [Fact]
    public void Of_a_package_the_version_counts()
    {
        var pipeline = new PipelineDefinition("", ["Shop.Kit|M:Shop.Kit.Add", "System.Runtime|M:System.Int32.Parse(System.String)"], new("A.cs", 1, 1));

        Assert.Equal([new("Shop.Kit", "Shop.Tools/1.2.3")], UsedReferences.Find(pipeline, [new("Shop.Tools/1.2.3", "/packages/Shop.Kit.dll")]));
    }

    [Fact]
    public void What_a_used_project_reaches_in_another_counts_there()
    {
        var inner = Compile("Inner", "namespace In; public static class Deep { public static int Depth() => 4; }", []);
        var outer = Compile("Outer", "namespace Out; public static class Top { public static int Height() => In.Deep.Depth() + 1; }", [inner]);
        var pipeline = new PipelineDefinition("", ["Outer|M:Out.Top.Height"], new("A.cs", 1, 1));

        var before = UsedReferences.Find(pipeline, [new("", outer), new("", inner)]);
        var edited = Compile("Inner", "namespace In; public static class Deep { public static int Depth() => 5; }", []);
        var after = UsedReferences.Find(pipeline, [new("", outer), new("", edited)]);

        Assert.Equal(["Inner", "Outer"], before.Select(reference => reference.Assembly));
        Assert.Equal(["Inner"], after.Except(before).Select(reference => reference.Assembly));
    }

    static string Replaced(string text, string replacement)
    {
        Assert.Contains(text, Helper);
        return Helper.Replace(text, replacement);
    }

    LockedReference Of(string source, bool optimize = false) => Assert.Single(UsedReferences.Find(
        new("", ["Helper|M:Shop.Features.Names(System.String,System.Int32)"], new("A.cs", 1, 1)),
        [new("", Compile("Helper", source, [], optimize))]));

    string Compile(string name, string source, string[] references, bool optimize = false)
    {
        var path = Path.Combine(_folder, $"{++_compiled}", name + ".dll");
        Compiler.Compile(path, references, optimize, ($"/{_compiled}/{name}.cs", source));
        return path;
    }
}
