using Kiln.Testing;

namespace Kiln.Analyzers.Tests.Models;

public sealed class DuplicateModelTests
{
    static readonly TestProject Data = StandIn.Project.Contract("data", Columns.Number("x"), Columns.Number("y"));

    const string Model = "[Kiln.Model(\"data\", Label = \"y\", Version = \"1.0.0\")]";

    [Fact]
    public async Task Flags_the_second_lock_of_a_folder() => Assert.Equal(
        ["KILN0011 at Model: 'A.Model' would overwrite Model.lock.json of 'Z.Model'; rename one of the classes, or move its file to another folder"],
        await Data.Source($"namespace Z; {Model} partial class Model;", "/project/1.cs").Source($"namespace A; {Model} partial class Model;", "/project/2.cs").Findings());

    [Fact]
    public async Task Flags_locks_that_differ_in_case_only() => Assert.Equal(
        ["KILN0011 at MODEL: 'A.MODEL' would overwrite Model.lock.json of 'Z.Model'; rename one of the classes, or move its file to another folder"],
        await Data.Source($"namespace Z {{ {Model} partial class Model; }} namespace A {{ {Model} partial class MODEL; }}").Findings());

    [Fact]
    public async Task Flags_full_names_that_differ_in_case_only_once() => Assert.Equal(
        ["KILN0011 at MODEL: 'MODEL' would overwrite models/Model.onnx of 'Model'; rename one of the classes"],
        await Data.Source($"{Model} partial class Model; {Model} partial class MODEL;").Findings());

    [Fact]
    public async Task Flags_full_names_that_differ_in_case_only_in_two_folders() => Assert.Equal(
        ["KILN0011 at Model: 'a.Model' would overwrite models/A.Model.onnx of 'A.Model'; rename one of the classes"],
        await Data.Source($"namespace A; {Model} partial class Model;", "/project/1/M.cs").Source($"namespace a; {Model} partial class Model;", "/project/2/M.cs").Findings());

    [Fact]
    public async Task Leaves_one_name_in_two_namespaces_and_folders_alone() =>
        Assert.Empty(await Data.Source($"namespace Z; {Model} partial class Model;", "/project/1/M.cs").Source($"namespace A; {Model} partial class Model;", "/project/2/M.cs").Findings());

    [Fact]
    public async Task Leaves_a_class_in_parts_and_two_names_alone() =>
        Assert.Empty(await Data.Source($"{Model} partial class A; partial class A; {Model} partial class B;").Findings());
}
