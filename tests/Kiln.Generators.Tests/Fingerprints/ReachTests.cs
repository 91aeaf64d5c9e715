namespace Kiln.Generators.Tests.Fingerprints;

/// <summary>What the compiler calls without anybody writing the call, and what it has special words for.</summary>
public sealed class ReachTests
{
    static readonly string Original = PipelineProject.Original.AsWritten().Fingerprint;

    static PipelineProject With(string use, string code) => PipelineProject.Original
        .Edit("Learners/Learners.cs", "return 31;", $"return {use};")
        .Add("Features/Reached.cs", $"using System.Runtime.CompilerServices;\nusing System.Threading.Tasks;\nnamespace Shop;\n{code}\n");

    /// <param name="old">What is replaced in the code.</param>
    [Theory]
    [InlineData("(int)Use.Half(new Degrees(3))", "record struct Degrees(float D) { public static implicit operator float(Degrees d) => d.D + 1; } static class Use { public static float Half(float x) => x / 2; }", "+ 1", "+ 2")]
    [InlineData("new Truth() && new Truth() ? 1 : 2", "class Truth { public static bool operator true(Truth t) => true; public static bool operator false(Truth t) => false; public static Truth operator &(Truth a, Truth b) => a; }", "=> false", "=> true")]
    [InlineData("Walk.Sum()", "class Walk { int _i; public Walk GetEnumerator() => this; public int Current => _i; public bool MoveNext() => _i++ < 3; public static int Sum() { var sum = 0; foreach (var x in new Walk()) sum += x; return sum; } }", "< 3", "< 4")]
    [InlineData("Pair.Sum()", "class Pair { public void Deconstruct(out int a, out int b) { a = 1; b = 2; } public static int Sum() { var (a, b) = new Pair(); return a - b; } }", "b = 2", "b = 3")]
    [InlineData("new Bag { 1, 2 }.Sum", "class Bag : System.Collections.IEnumerable { public int Sum; public void Add(int x) => Sum += x; public System.Collections.IEnumerator GetEnumerator() => null!; }", "+=", "-=")]
    [InlineData("Scope.Run()", "ref struct Scope { public static int Left; public void Dispose() => Left = 1; public static int Run() { using (var s = new Scope()) { } return Left; } }", "Left = 1", "Left = 2")]
    [InlineData("Maker.Of<Made>()", "interface IMade { static abstract int Make(); } struct Made : IMade { public static int Make() => 1; } static class Maker { public static int Of<T>() where T : IMade => T.Make(); }", "=> 1", "=> 2")]
    [InlineData("((IHas)new Has()).Get()", "interface IHas { int Get() => 1; } class Has : IHas;", "=> 1", "=> 2")]
    [InlineData("new[] { new Item { N = 1 } }.OrderBy(x => x).First().N", "struct Item : IComparable<Item> { public int N; public int CompareTo(Item other) => N - other.N; }", "N - other.N", "other.N - N")]
    [InlineData("Late.Value.Value", "static class Late { public static readonly Lazy<int> Value = new(() => 1); }", "() => 1", "() => 2")]
    [InlineData("Shapes.Any().Get(\"a\")", "abstract class Shape { public abstract int Get<T>(T x); } class Round : Shape { public override int Get<T>(T x) => 1; } static class Shapes { public static Shape Any() => new Round(); }", "=> 1", "=> 2")]
    [InlineData("typeof(Tagged).GetCustomAttributes(false).Length", "[AttributeUsage(AttributeTargets.Class)] class TagAttribute(string name) : Attribute { public string Name => name; } [Tag(\"a\")] class Tagged;", "\"a\"", "\"b\"")]
    [InlineData("typeof(Tagged).GetCustomAttributes(false).Length", "[AttributeUsage(AttributeTargets.Class)] class TagAttribute(params string[]? names) : Attribute { public string[]? Names => names; } [Tag(null)] class Tagged;", "Tag(null)", "Tag()")]
    [InlineData("new Held(3).Get()", "class Held(int value) { public int Get() => value + 1; }", "+ 1", "+ 2")]
    [InlineData("new Two(1, 2).Get()", "class Two(int a, int b) { public int Get() => a - b; }", "Two(int a, int b)", "Two(int b, int a)")]
    [InlineData("new Low(1).Get()", "class High(int a) { public int Get() => a; } class Low(int a) : High(a + 1);", "a + 1", "a + 2")]
    [InlineData("Refs.Run()", "static class Refs { static readonly int[] All = [1, 2]; static ref int At(int i) => ref All[i]; public static int Run() { At(0) = 5; return All[0]; } }", "At(0) = 5", "At(1) = 5")]
    [InlineData("new Needed { X = 1 }.Y", "class Needed { public required int X { get; init; } public int Y = 4; }", "Y = 4", "Y = 5")]
    [InlineData("new Bell().Ring()", "class Bell { public event Func<int>? Rung; public int Ring() { Rung += () => 1; return Rung?.Invoke() ?? 0; } }", "() => 1", "() => 2")]
    [InlineData("new Bell().Ring()", "class Bell { public event Func<int>? Rung; public int Ring() { Rung += () => 1; return Rung?.Invoke() ?? 0; } }", "+=", "-=")]
    [InlineData("Quoted.Run()", "static class Quoted { public static int Run() { System.Linq.Expressions.Expression<Func<int, int>> e = x => x + 1; return e.ToString().Length; } }", "+ 1", "+ 2")]
    [InlineData("Awaiting.Run().Result", "static class Awaiting { public static TaskAwaiter<int> GetAwaiter(this int x) => Task.FromResult(x + 1).GetAwaiter(); public static async Task<int> Run() => await 5; }", "x + 1", "x + 2")]
    [InlineData("RateOf.Get(new Fixed())", "interface IRate { int Rate { get; } } class Fixed : IRate { int IRate.Rate => 1; } static class RateOf { public static int Get(IRate r) => r.Rate; }", "=> 1", "=> 2")]
    [InlineData("Gen<int>.N + Gen<string>.N", "class Gen<T> { public static int N = 1; }", "N = 1", "N = 2")]
    [InlineData("Grid.Run()", "class Grid { readonly int[] _a = new int[2]; public int this[int i] { get => _a[i]; set => _a[i] = value + 1; } public static int Run() { var g = new Grid(); g[0] = 3; return g[0]; } }", "value + 1", "value + 2")]
    [InlineData("Spans.Run()", "static class Spans { public static int Run() { Span<int> s = stackalloc int[3]; s[0] = 7; return s[0]; } }", "int[3]", "int[4]")]
    [InlineData("Handled.Run()", "static class Handled { public static int Run() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $\"{1.5:F1}\").Length; }", "F1", "F2")]
    [InlineData("Utf.Run()", "static class Utf { public static int Run() => \"ab\"u8.ToArray()[0]; }", "\"ab\"", "\"bb\"")]
    [InlineData("Ends.Run()", "static class Ends { public static int Run() => new List<int> { 1, 2 }[^1]; }", "^1", "^2")]
    [InlineData("$\"{new Shown()}\".Length", "class Shown { public override string ToString() => \"a\"; }", "\"a\"", "\"b\"")]
    [InlineData("Captured.Run()", "static class Captured { public static int Run() { int a = 1, b = 2; Func<int> f = () => a; a = b; return f(); } }", "() => a", "() => b")]
    [InlineData("Final.Run()", "static class Final { public static int Run() { var x = 1; try { x = 2; } finally { x = 3; } return x; } }", "x = 3", "x = 4")]
    [InlineData("Signs.Run(3)", "static class Signs { public static int Run(int x) => -x; }", "-x", "~x")]
    [InlineData("Swap.Run()", "static class Swap { public static int Run() { int a = 1, b = 2; (a, b) = (b, a); return a; } }", "(b, a)", "(a, b)")]
    [InlineData("Links.Run(\"x\")", "static class Links { public static int Run(string? s) => s?.Trim().Length ?? 4; }", "Trim", "TrimEnd")]
    [InlineData("(Bits.A | Bits.B).ToString().Length", "[Flags] enum Bits { A = 1, B = 2 }", "[Flags] ", "")]
    [InlineData("Exact.M.ToString().Length", "static class Exact { public const decimal M = 1.0m; }", "1.0m", "1.00m")]
    [InlineData("Zero.Run() > 0 ? 1 : 2", "static class Zero { public static double Run() => 1 / Math.Abs(0.0) / -0.0; }", "-0.0", "0.0")]
    [InlineData("Chars.Run().Length", "static class Chars { public static string Run() => \"\" + 'a'; }", "'a'", "(int)'a'")]
    [InlineData("Cases.Run(3)", "static class Cases { public static int Run(object x) { switch (x) { case int n when n > 2: return n; case string: return 1; default: return 0; } } }", "n > 2", "n > 3")]
    [InlineData("Cases.Run(3)", "static class Cases { public static int Run(object x) => x is int or string and not \"a\" ? 1 : 2; }", "and not", "or not")]
    [InlineData("new Child().Get()", "class Parent { public Parent(int x = 1) => X = x; protected int X; } class Child : Parent { public int Get() => X; }", "X = x", "X = x + 1")]
    [InlineData("new Child().Get()", "class Parent { public Parent(int x = 1) => X = x; protected int X; } class Child : Parent { public int Get() => X; }", "int x = 1", "int x = 2")]
    [InlineData("Ported.abs(-1)", "static class Ported { [System.Runtime.InteropServices.DllImport(\"c\")] public static extern int abs(int x); }", "\"c\"", "\"libc\"")]
    [InlineData("Row<Cell>.Run()", "class Cell { public float A; } static class Row<T> where T : new() { public static int Run() => new T().ToString()!.Length; }", "public float A", "public float B")]
    [InlineData("Lists.Run()", "[CollectionBuilder(typeof(Lists), \"Make\")] class Own : List<int>; static class Lists { public static Own Make(ReadOnlySpan<int> x) => new() { x.Length + 1 }; public static int Run() { Own own = [1, 2]; return own[0]; } }", "+ 1", "+ 2")]
    public void What_is_called_counts(string use, string code, string old, string @new)
    {
        var (before, after) = (With(use, code), With(use, code).Edit("Features/Reached.cs", old, @new));
        var fingerprint = before.AsWritten().Fingerprint;
        Assert.NotEqual(Original, fingerprint);
        Assert.Equal(fingerprint, before.LaidOutOtherwise().Fingerprint);
        Assert.NotEqual(fingerprint, after.AsWritten().Fingerprint);
    }
}
