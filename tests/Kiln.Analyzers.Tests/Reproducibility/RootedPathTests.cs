namespace Kiln.Analyzers.Tests.Reproducibility;

public sealed class RootedPathTests
{
    static string Finding(string at, string member, string path) =>
        $"KILN6007 at {at}: {member} is given \"{path}\", which exists on one machine; use a path relative to AppContext.BaseDirectory, or take it from the configuration";

    static Task<string[]> Findings(string statements, string members = "") =>
        Statements.Project($"var ml = new MLContext(1); {statements}", members).Findings("KILN6");

    [Theory]
    [InlineData("""Use(ml.Model.Load(@"C:\models\m.zip", out _));""", """@"C:\models\m.zip" """, "Load", @"C:\models\m.zip")]
    [InlineData("""ml.Model.Save(null!, data.Schema, "/home/ann/m.zip");""", "\"/home/ann/m.zip\"", "Save", "/home/ann/m.zip")]
    [InlineData("""Use(ml.Data.LoadFromTextFile("//x", null)); Use(ml.Data.LoadFromTextFile(@"\\server\share\x.csv", null));""",
        """@"\\server\share\x.csv" """, "LoadFromTextFile", @"\\server\share\x.csv")]
    [InlineData("""Use(ml.Data.CreateTextLoader(new TextLoader.Options()).Load("a.csv", "D:/b.csv"));""", "\"D:/b.csv\"", "Load", "D:/b.csv")]
    [InlineData("""Use(new MultiFileSource("/Users/ann/x.csv"));""", "\"/Users/ann/x.csv\"", "MultiFileSource", "/Users/ann/x.csv")]
    [InlineData("""var path = @"C:\x.csv"; Use(ml.Data.LoadFromBinary(path));""", "path", "LoadFromBinary", @"C:\x.csv")]
    public async Task Flags(string statements, string at, string member, string path) =>
        Assert.Equal([Finding(at.TrimEnd(), member, path)], await Findings(statements));

    [Theory]
    [InlineData("const string Path = \"/mnt/data/x.idv\";")]
    [InlineData("static readonly string Path = \"/mnt/data/x.idv\";")]
    public async Task Follows_what_is_given_once(string member) =>
        Assert.Equal([Finding("Path", "LoadFromBinary", "/mnt/data/x.idv")], await Findings("Use(ml.Data.LoadFromBinary(Path));", member));

    [Theory]
    [InlineData("""Use(ml.Model.Load("models/m.zip", out _));""")]
    [InlineData("""Use(ml.Model.Load("/app/models/m.zip", out _));""")]
    [InlineData("""Use(ml.Data.LoadFromBinary(System.IO.Path.Combine(AppContext.BaseDirectory, "x.idv")));""")]
    [InlineData("""var path = @"C:\x.csv"; path = Console.ReadLine() ?? path; Use(ml.Data.LoadFromBinary(path));""")]
    [InlineData("""Use(ml.Transforms.CopyColumns("/home/ann", "x"));""")]
    [InlineData("""Use(System.IO.File.Exists(@"C:\x.csv"));""")]
    public async Task Leaves_alone(string statements) => Assert.Empty(await Findings(statements));
}
