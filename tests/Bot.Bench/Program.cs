using Bot.Bench.Training;

return args switch
{
    ["train", var shared, var output] => TrainCommand.Run(shared, output, crossValidate: false),
    ["train", var shared, var output, "cv"] => TrainCommand.Run(shared, output, crossValidate: true),
    _ => 1,
};
