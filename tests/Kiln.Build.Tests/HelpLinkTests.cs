using System.Xml.Linq;
using Kiln.Contracts;
using Kiln.Tasks;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Kiln.Build.Tests;

/// <summary>Every error and warning of a build leads to its page, whoever says it.</summary>
public sealed class HelpLinkTests
{
    [Fact]
    public void The_targets_link_what_they_say()
    {
        var said = new[] { "Kiln.Package", "Kiln" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Packages.Repository, "src", project), "*.targets", SearchOption.AllDirectories))
            .SelectMany(file => XDocument.Load(file).Descendants())
            .Where(element => element.Name.LocalName is "Error" or "Warning")
            .ToList();

        Assert.True(said.Count > 10);
        Assert.All(said, element => Assert.Equal(
            RulePages.Link(element.Attribute("Code")!.Value), element.Attribute("HelpLink")?.Value.Replace("$(_KilnHelp)", Address())));

        static string Address() => XDocument.Load(Path.Combine(Packages.Repository, "src", "Kiln.Package", "build", "Kiln.Help.targets"))
            .Descendants().Single(element => element.Name.LocalName == "_KilnHelp").Value;
    }

    [Fact]
    public void The_task_links_what_it_says()
    {
        var engine = new Engine();
        var task = new RunHost { BuildEngine = engine, Command = "train", Project = new TaskItem("/p/App.csproj") };

        Assert.False(task.Execute());

        var error = Assert.IsType<BuildErrorEventArgs>(Assert.Single(engine.Said));
        Assert.Equal(("KILN0003", RulePages.Link("KILN0003"), "/p/App.csproj"), (error.Code, error.HelpLink, error.File));
    }

    [Theory]
    [InlineData("/p/My File(1).cs(3,4): error KILN4001: is below: the gate", "/p/My File(1).cs", 3, 4, false, "KILN4001", "is below: the gate")]
    [InlineData("/p/App.csproj: warning KILN0024: none, so", "/p/App.csproj", 0, 0, true, "KILN0024", "none, so")]
    public void What_the_host_says_is_linked(string line, string file, int row, int column, bool isWarning, string id, string text)
    {
        var engine = new Engine();
        HostMessage.TryRead(line)!.Log(new TaskLoggingHelper(engine, "RunHost"));

        var said = Assert.Single(engine.Said);
        var (code, link, where, at, from, words) = said switch
        {
            BuildErrorEventArgs e => (e.Code, e.HelpLink, e.File, e.LineNumber, e.ColumnNumber, e.Message),
            BuildWarningEventArgs w => (w.Code, w.HelpLink, w.File, w.LineNumber, w.ColumnNumber, w.Message),
            _ => throw new InvalidOperationException(said.GetType().Name),
        };
        Assert.Equal((isWarning, id, RulePages.Link(id), file, row, column, text), (said is BuildWarningEventArgs, code, link, where, at, from, words));
    }

    [Theory]
    [InlineData("PenguinModel 1.0.0: trained, because it was never trained")]
    [InlineData("SpeciesModel.cs(3,4): error CS0103: another tool's")]
    public void What_is_no_diagnostic_of_Kiln_is_left_to_MSBuild(string line) => Assert.Null(HostMessage.TryRead(line));

    sealed class Engine : IBuildEngine
    {
        public List<BuildEventArgs> Said { get; } = [];

        public bool ContinueOnError => false;

        public int LineNumberOfTaskNode => 0;

        public int ColumnNumberOfTaskNode => 0;

        public string ProjectFileOfTaskNode => "/p/App.csproj";

        public void LogErrorEvent(BuildErrorEventArgs e) => Said.Add(e);

        public void LogWarningEvent(BuildWarningEventArgs e) => Said.Add(e);

        public void LogMessageEvent(BuildMessageEventArgs e)
        {
        }

        public void LogCustomEvent(CustomBuildEventArgs e)
        {
        }

        public bool BuildProjectFile(string projectFileName, string[] targetNames, System.Collections.IDictionary globalProperties, System.Collections.IDictionary targetOutputs) => false;
    }
}
