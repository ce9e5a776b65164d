"""What the page says around its plots: what is shown, and what it means."""

from __future__ import annotations

CONFIRMATION = (
    "A diagnosis seen under the microscope weighs more than an expert's opinion; lesions that "
    "were only followed up are mostly harmless and easy. Where classes differ in this, report "
    "every figure also on the histopathologically confirmed images alone."
)
SITE = (
    "Where on the body the lesion is. A site that only one class has tells the class without a "
    "look at the lesion."
)
SEX = "The patient's sex, as the data set states it."
KNOWN = "In brackets, the class's images of which it is known."
AGES = (
    "Left, all known ages; right, each class's middle half (box), median (line) and 90 % "
    "(whiskers), with its number of known ages. Where ages differ between classes, the age of a "
    "patient is evidence, and a model tested on other ages may do worse."
)
LESIONS = (
    "Images of one lesion are siblings: with one in training, the other is no test. A random "
    "split of the images claims more than there is."
)
SIZES = (
    "The larger the dot, the more images. Where sizes go with classes or sides of a split, the "
    "size gives them away."
)
CLUES = (
    "If a rule saw only this, and named for each value the class in which it is most common, it "
    "would reach this balanced accuracy. Measured on the images that the rule is made from, so "
    "with few images and many values it is too high. A model that is not clearly above it may "
    "have learnt no more than that."
)
SPACE = (
    "Measured in CIELAB, in which equal distances look about equally different: L* from black (0) "
    "to white (100), a* from green to red, b* from blue to yellow. A difference of 2 is just "
    "noticed, one of 10 seen at a glance. The border is the outer tenth of the image, where skin "
    "is most often bare; the middle is its inner half, where the lesion mostly is."
)
RANGES = (
    "Each class's middle half (box), median (line) and 90 % (whiskers); the border's colours "
    "below those of the whole image, on the same scale. Above each plot, how much of the "
    "differences between images their class accounts for (epsilon squared: 0 % if classes do not "
    "differ)."
)
BORDER = (
    "What the class says of the whole image may come from the lesion, and is what a model should "
    "use. What it says of the border comes mostly from skin, light and camera, which a model "
    "should not use, and will where it can. Cameras and light are not calibrated, and hair, "
    "rulers or a large lesion at the border count as skin: compare images of this set with each "
    "other, and take none of it as a measurement of a patient's skin."
)
VIEWS = (
    "Left, an image as the network is fed it; beside it, random views as training makes them, by "
    "the same layer. A view in which you would no longer trust the diagnosis teaches something "
    "false."
)
