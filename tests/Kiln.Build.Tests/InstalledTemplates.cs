namespace Kiln.Build.Tests;

/// <summary>The templates, packed and installed where no other test and no user has them.</summary>
public sealed class InstalledTemplates
{
    readonly Packages _packages;
    readonly Dictionary<string, string> _environment;

    public InstalledTemplates(Packages packages)
    {
        _packages = packages;
        _environment = new(packages.Environment) { ["DOTNET_CLI_HOME"] = packages.NewDirectory() };
        packages.Pack("Kiln.Templates");
        Path = System.IO.Path.Combine(packages.Feed, $"Kiln.Templates.{packages.Version}.nupkg");
        Dotnet.Run(packages.Root, _environment, "new", "install", Path).Succeeds();
    }

    internal string Path { get; }

    /// <returns>The folder that it was made in.</returns>
    internal string New(string template, params IEnumerable<string> arguments)
    {
        var folder = _packages.NewDirectory();
        Dotnet.Run(folder, _environment, ["new", template, "-o", folder, .. arguments]).Succeeds();
        return folder;
    }
}
