namespace Kiln.Road.Tests;

public sealed class PackTests
{
    [Fact]
    public void That_there_is_no_model_to_pack_is_told_at_the_model()
    {
        using var project = new RoadProject { Settings = ["packageversion=true"] };
        project.Compile(RoadProject.Model("PenguinModel", "penguins", "species"));

        Assert.EndsWith("PenguinModel.cs(3,2): error KILN0008: there is no model of 'PenguinModel' to pack; build this configuration before packing", project.Pack().Error);
    }
}
