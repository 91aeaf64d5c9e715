namespace Kiln.Build.Tests;

/// <summary>A console application that was built once; tests that share it bring it up to date before they change it.</summary>
public sealed class BuiltApp
{
    internal ConsumerProject Project { get; }

    public BuiltApp(Packages packages)
    {
        Project = Penguins.App(packages);
        FirstBuild = Project.Build();
    }

    internal Run FirstBuild { get; }
}
